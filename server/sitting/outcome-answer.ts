import type { OutcomeAnswer } from '../../shared/api.ts'
import type { AmendmentId } from '../../shared/ids.ts'
import { outcomeOf } from '../../shared/outcome.ts'
import type { Record } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { State } from './state.ts'
import { answerText } from './text-answer.ts'

/** What accepting these amendments in turn would come to, as `GET /api/declarations/<id>/outcome` gives it. */
export function answerOutcome(
  state: State,
  record: Record,
  chosen: readonly AmendmentId[],
): OutcomeAnswer | Refusal {
  const unknown = chosen.find((id) => !record.amendments[id])
  if (unknown) return refuse('amendment/unknown', { amendment: unknown })
  const { accepted, fates } = outcomeOf(state.text, record, state.engrossed, chosen)
  // What a sub-amendment amends would read so; that one is still to be decided.
  const text = answerText(state, record, { view: 'amended', with: accepted, version: null })
  return isRefusal(text) ? text : { accepted, fates, blocks: text.blocks }
}
