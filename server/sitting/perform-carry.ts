import { wordingInForce } from '../../shared/amendment.ts'
import type { Draft } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { isInForce, parentOf } from '../../shared/subamendment.ts'
import type { Case, Deed } from './deed.ts'
import { ownDraft, tooMany } from './perform-draft.ts'
import { carriedOver } from './restate.ts'

/**
 * What somebody was still writing when the amendment that it amends was given other words: begun again on those, with
 * every change that has its place there. What has none stays in the draft that it was written in.
 */
export function carryOver({ state, record, by, at }: Case<'draft.open'>, id: Draft['id']): Deed | Refusal {
  const before = ownDraft(record, id, by)
  if (isRefusal(before)) return before
  const parent = parentOf(record, { amends: before.amends ?? null })
  if (!before.amends || !parent) return refuse('amendment/no-sub')
  if (isInForce(parent, before.amends)) return { step: null, answer: { draft: id } }
  const amends = { amendment: parent.id, pen: wordingInForce(parent).pen }
  if (!state.baseOf(amends)) return refuse('amendment/overtaken')
  const full = tooMany(record, before.delegation)
  if (full) return full
  const draft: Draft = { ...before, id: state.nextDraft(), amends, from: [parent.id], opened: at }
  const answer = { draft: draft.id }
  const words = carriedOver(state, before, parent)
  if (!words) return { step: { kind: 'draft opened', draft }, answer }
  const { pen, engrossed, isWhole } = words
  return {
    ...{ step: { kind: 'draft opened', draft, pen }, engrossed, answer },
    following: isWhole ? [{ step: { kind: 'draft discarded', draft: id }, engrossed: null }] : [],
  }
}
