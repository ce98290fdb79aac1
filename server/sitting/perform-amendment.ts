import type { Actor } from '../../shared/actor.ts'
import { type Amendment, wordingInForce } from '../../shared/amendment.ts'
import { voiceOf } from '../../shared/delegation.ts'
import { type Edits, isEmpty } from '../../shared/edits.ts'
import { wordingHash } from '../../shared/engross.ts'
import type { Record } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { parentOf } from '../../shared/subamendment.ts'
import type { Case, Deed } from './deed.ts'
import { engrossedFrom, nextAmendment, withOwnBlocks } from './numbers.ts'
import { ownDraft } from './perform-draft.ts'
import { restatements } from './restate.ts'

/** The draft's edits, engrossed against the text as it stands, become an amendment or a new revision of one. */
export function table({ state, record, command, by }: Case<'amendment.table'>): Deed | Refusal {
  const draft = ownDraft(record, command.draft, by)
  if (isRefusal(draft)) return draft
  const typed = state.draftEdits(draft.id)
  if (isEmpty(typed)) return refuse('draft/empty')
  const revised = draft.revises ? record.amendments[draft.revises] : undefined
  if (revised && revised.state !== 'pending') return refuse('amendment/not-pending', { state: revised.state })
  // Of other words the same change is another one.
  const isSameBase = revised?.amends?.pen === draft.amends?.pen
  if (revised && isSameBase && sameWords(wordingInForce(revised).edits, typed))
    return refuse('amendment/same-words')
  const parent = parentOf(record, { amends: draft.amends ?? null })
  const base = parent && draft.amends ? state.baseOf(draft.amends) : state.text
  // Its words stand on a wording that the sponsor has replaced.
  if (!base) return refuse('amendment/base-replaced', { amendment: parent?.id ?? '' })
  const { edits, pen, engrossed } = engrossedFrom(state, base, typed)
  const amendment = revised?.id ?? nextAmendment(record, draft.delegation)
  return {
    step: {
      kind: 'amendment tabled',
      amendment,
      sponsor: draft.delegation,
      invited: draft.members,
      draft: draft.id,
      ...(parent && draft.amends ? { amends: draft.amends } : {}),
      revision: (revised?.revisions.length ?? 0) + 1,
      wording: wordingHash(edits),
      edits,
      reason: command.reason,
      pen,
    },
    engrossed,
    answer: { amendment },
    following: revised ? restatements(state, record, revised, { edits, pen, engrossed }) : [],
  }
}

/** Whatever the new blocks are called. */
const sameWords = (a: Edits, b: Edits): boolean =>
  wordingHash(withOwnBlocks(a, 0)) === wordingHash(withOwnBlocks(b, 0))

export function withdraw({ record, command, by }: Case<'amendment.withdraw'>): Deed | Refusal {
  const amendment = ownPending(record, command.amendment, by)
  if (isRefusal(amendment)) return amendment
  return { step: { kind: 'amendment withdrawn', amendment: amendment.id } }
}

/** A pending amendment that the actor's delegation sponsors. */
export function ownPending(record: Record, id: string, by: Actor): Amendment | Refusal {
  const amendment = pending(record, id)
  if (isRefusal(amendment) || amendment.sponsor === voiceOf(by)) return amendment
  return refuse('amendment/not-yours')
}

export function pending(record: Record, id: string): Amendment | Refusal {
  const amendment = record.amendments[id]
  if (!amendment) return refuse('amendment/unknown')
  return amendment.state === 'pending'
    ? amendment
    : refuse('amendment/not-pending', { state: amendment.state })
}
