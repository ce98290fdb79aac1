import { isWhollyIn } from '../../../shared/compromise.ts'
import type { Edits } from '../../../shared/edits.ts'
import type { AmendmentId } from '../../../shared/ids.ts'
import type { Draft, Record } from '../../../shared/record.ts'
import { useMessages } from '../../i18n.tsx'

export interface TakesPlaceProps {
  readonly draft: Draft
  readonly record: Pick<Record, 'amendments'>
  /** What the draft changes; null where it is not known here. */
  readonly edits: Edits | null
  /** How an amendment is said on this page: `FRA 1` or `FRA-1`. */
  readonly say: (id: string) => string
}

/** Before a consolidation is adopted: the amendments whose place it takes, and whether their sponsors consent. */
export function TakesPlace({ draft, record, edits, say }: TakesPlaceProps) {
  const { compromise } = useMessages()
  const of = draft.from.filter((id) => record.amendments[id]?.state === 'pending')
  if (of.length === 0) return null
  const names = (ids: readonly AmendmentId[]) => ids.map(say).join(', ')
  const isTaken = (id: AmendmentId): boolean => {
    const amendment = record.amendments[id]
    return edits !== null && amendment !== undefined && isWhollyIn(amendment, edits)
  }
  const wholly = of.filter(isTaken)
  const partly = of.filter((id) => !isTaken(id))
  return (
    <div className="stack-tight small">
      <p>{compromise.takesPlace(names(of))}</p>
      {edits && wholly.length > 0 ? <p>{compromise.wholly(names(wholly))}</p> : null}
      {edits && partly.length > 0 ? <p>{compromise.partly(names(partly))}</p> : null}
    </div>
  )
}
