import type { Amendment } from '../../../shared/amendment.ts'
import { wordingInForce } from '../../../shared/amendment.ts'
import type { Draft } from '../../../shared/record.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { isNamed } from '../panel/CoSponsor.tsx'
import { spoken } from '../proposals.ts'

export interface DuplicatesProps {
  readonly draft: Draft
  /** Pending amendments that come to the same words as the draft. */
  readonly of: readonly Amendment[]
  readonly onDone: () => void
}

/** Others propose exactly this: their names together weigh more than the same words twice. */
export function Duplicates({ draft, of, onDone }: DuplicatesProps) {
  return (
    <>
      {of.map((amendment) => (
        <Duplicate key={amendment.id} draft={draft} amendment={amendment} onDone={onDone} />
      ))}
    </>
  )
}

function Duplicate(props: {
  readonly draft: Draft
  readonly amendment: Amendment
  readonly onDone: () => void
}) {
  const { draft, amendment, onDone } = props
  const { perform, capacity, may } = useFloor()
  const { amending, refusals } = useMessages()
  const announce = useAnnounce()
  const id = spoken(amendment.id)
  const own = amendment.sponsor === capacity.delegation
  const named = isNamed(amendment, capacity.delegation ?? '')
  const join = async () => {
    const { wording } = wordingInForce(amendment)
    const joined = await perform({
      do: 'amendment.cosponsor',
      amendment: amendment.id,
      wording,
      confirm: true,
    })
    const answer = isFailure(joined) ? joined : await perform({ do: 'draft.discard', draft: draft.id })
    if (isFailure(answer)) {
      announce(refusals.sentence(answer.refused, answer.about), 'problem')
      return
    }
    announce(amending.coSponsoredInstead(id))
    onDone()
  }
  const hint = () => {
    if (own) return amending.duplicateOwn
    return named ? amending.duplicateNamed : amending.duplicateHint
  }
  return (
    <div className="duplicate stack-tight" role="note">
      <p>
        <Badge tone="warning">{amending.duplicate(id)}</Badge> {hint()}
      </p>
      {own || named || !may('amendment.cosponsor') ? null : (
        <div>
          <Button size="small" kind="primary" onPress={join}>
            {amending.coSponsorInstead(id)}
          </Button>
        </div>
      )}
    </div>
  )
}
