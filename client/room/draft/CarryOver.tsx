import type { Draft } from '../../../shared/record.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'

export interface CarryOverProps {
  readonly draft: Draft
  /** What is not on the server yet would stay behind. */
  readonly isSaved: boolean
}

/** What the draft amends was given other words in the meantime: its own are kept, and carried over to those. */
export function CarryOver({ draft, isSaved }: CarryOverProps) {
  const { perform, may, writeIn } = useFloor()
  const { amending, refusals } = useMessages()
  const announce = useAnnounce()
  const parent = spoken(draft.amends?.amendment ?? '')
  const carry = async () => {
    const answer = await perform({ do: 'draft.open', carries: draft.id })
    if (isFailure(answer)) {
      announce(refusals.sentence(answer.refused, answer.about), 'problem')
      return
    }
    announce(amending.carriedOver(parent))
    if (answer.draft !== undefined) writeIn(answer.draft)
  }
  return (
    <div className="draft-row">
      <p className="draft-why" role="status">
        {amending.draftReplaced(parent)}
      </p>
      {may('draft.open') ? (
        <Button size="small" kind="primary" isDisabled={!isSaved} onPress={carry}>
          {amending.carryOver}
        </Button>
      ) : null}
    </div>
  )
}
