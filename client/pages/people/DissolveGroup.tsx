import { useState } from 'react'
import type { Group } from '../../../shared/api.ts'
import { dissolveGroup } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'

/** Ends a group for good: what it did keeps its name, and nobody speaks for it any more. */
export function DissolveGroup({ group, onDone }: { readonly group: Group; readonly onDone: () => void }) {
  const { groups } = useMessages()
  const { nameOf, reload } = useConference()
  const { id: as } = useCapacity()
  const announce = useAnnounce()
  const [asking, ask] = useState(false)
  const name = nameOf(group.code)
  const dissolve = async () => {
    const done = await dissolveGroup(as, group.code)
    if (isFailure(done)) return done
    announce(groups.dissolvedDone(name))
    reload()
    onDone()
    return null
  }
  return (
    <>
      <Button kind="quiet" size="small" aria-label={groups.dissolveTitle(name)} onPress={() => ask(true)}>
        {groups.dissolve}
      </Button>
      <ConfirmDialog
        title={groups.dissolveTitle(name)}
        isOpen={asking}
        onClose={() => ask(false)}
        confirm={groups.dissolve}
        danger
        onConfirm={dissolve}
      >
        <p>{groups.dissolveHint}</p>
      </ConfirmDialog>
    </>
  )
}
