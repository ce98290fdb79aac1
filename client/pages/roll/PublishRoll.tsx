import { useState } from 'react'
import { Link } from 'react-router'
import type { DeclarationId } from '../../../shared/ids.ts'
import { command } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'

export interface PublishRollProps {
  readonly declaration: DeclarationId
  readonly isPublic: boolean
  readonly mayPublish: boolean
}

/** Where the public sees it, for everybody; and whether it does, for the secretariat. */
export function PublishRoll({ declaration, isPublic, mayPublish }: PublishRollProps) {
  const { roll } = useMessages()
  const { id: capacity } = useCapacity()
  const [asking, setAsking] = useState(false)
  const say = isPublic ? roll.publish.withdraw : roll.publish.open
  const perform = async () => {
    const answer = await command(declaration, capacity, { do: 'roll.publish', publish: !isPublic })
    return isFailure(answer) ? answer : null
  }
  return (
    <>
      {isPublic ? <Link to={`/public/${declaration}`}>{roll.publish.see}</Link> : null}
      {mayPublish ? <Button onPress={() => setAsking(true)}>{say}</Button> : null}
      <ConfirmDialog
        title={say}
        isOpen={asking}
        onClose={() => setAsking(false)}
        confirm={say}
        onConfirm={perform}
      >
        <p>{isPublic ? roll.publish.withdrawMeans : roll.publish.means}</p>
      </ConfirmDialog>
    </>
  )
}
