import { type Amendment, wordingInForce } from '../../shared/amendment.ts'
import { consents } from '../../shared/compromise.ts'
import { voiceOf } from '../../shared/delegation.ts'
import { isEmpty } from '../../shared/edits.ts'
import { wordingHash } from '../../shared/engross.ts'
import { CHAIR, SECRETARIAT } from '../../shared/ids.ts'
import type { Record } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { alternativesAmong } from './alternatives.ts'
import type { Case, Deed } from './deed.ts'
import { engrossedFrom, nextAmendment } from './numbers.ts'
import { pending } from './perform-amendment.ts'
import { faultOfWords, ownDraft } from './perform-draft.ts'
import { restatements } from './restate.ts'

/**
 * A draft of the desk between the amendments that it seeks a middle of. It begins with the words of those that can
 * stand together; rivals are alternatives, to be chosen from.
 */
export function openCompromise({ state, record, command, by, at }: Case<'compromise.open'>): Deed | Refusal {
  const revised = command.revises === null ? null : revisable(record, command.revises, voiceOf(by))
  if (isRefusal(revised)) return revised
  const of = revised?.compromise?.of ?? [...new Set(command.from)]
  const refusal = revised ? null : faultOfParents(record, of)
  if (refusal) return refusal
  const unfinished = Object.values(record.drafts).find(
    (it) => it.kind === 'compromise' && it.revises === command.revises && sameAmendments(it.from, of),
  )
  if (unfinished) return { step: null, answer: { draft: unfinished.id } }
  const id = state.nextDraft()
  const delegation = voiceOf(by) ?? SECRETARIAT
  const draft = {
    id,
    kind: 'compromise' as const,
    delegation,
    members: [delegation === CHAIR ? SECRETARIAT : CHAIR],
    sharing: 'private' as const,
    revises: command.revises,
    // A new wording goes on from the one that is before the room, not from the parents.
    from: revised ? [revised.id] : of,
    ...(revised ? {} : alternativesAmong(state, record, of)),
    opened: at,
  }
  return { step: { kind: 'draft opened', draft }, answer: { draft: id } }
}

/** Puts the draft before the room as the desk's text, numbered like any amendment; the sponsors are asked by it. */
export function put({ state, record, command, by }: Case<'compromise.put'>): Deed | Refusal {
  const draft = ownDraft(record, command.draft, by)
  if (isRefusal(draft)) return draft
  if (draft.kind !== 'compromise') return refuse('draft/unknown')
  const typed = state.draftEdits(draft.id)
  if (isEmpty(typed)) return refuse('draft/empty')
  const revised = draft.revises === null ? null : revisable(record, draft.revises, draft.delegation)
  if (isRefusal(revised)) return revised
  const of = revised?.compromise?.of ?? draft.from
  const { edits, pen, engrossed } = engrossedFrom(state, state.text, typed)
  const wording = wordingHash(edits)
  if (revised && wordingInForce(revised).wording === wording) return refuse('amendment/same-words')
  const amendment = revised?.id ?? nextAmendment(record, draft.delegation)
  return {
    step: {
      kind: 'amendment tabled',
      amendment,
      sponsor: revised?.sponsor ?? draft.delegation,
      invited: [],
      draft: draft.id,
      revision: (revised?.revisions.length ?? 0) + 1,
      wording,
      edits,
      reason: command.reason,
      pen,
      of,
    },
    engrossed,
    answer: { amendment },
    following: revised ? restatements(state, record, revised, { edits, pen, engrossed }) : [],
  }
}

/** Rule A4: what a sponsor says is to the exact wording that it has read. */
export function answer({ record, command, by }: Case<'compromise.answer'>): Deed | Refusal {
  const amendment = pending(record, command.amendment)
  if (isRefusal(amendment)) return amendment
  const delegation = voiceOf(by)
  if (!amendment.compromise) return refuse('compromise/not-asked')
  const isAsked = consents(amendment, record).some(([code]) => code === delegation)
  if (delegation === null || !isAsked) return refuse('compromise/not-asked')
  const { wording, accept: accepts, why } = command
  if (wordingInForce(amendment).wording !== wording) return refuse('amendment/other-wording')
  return {
    step: { kind: 'compromise answered', amendment: amendment.id, delegation, wording, accepts, why },
  }
}

function faultOfParents(record: Record, of: readonly string[]): Refusal | null {
  const fault = faultOfWords(record, of)
  if (fault) return fault
  const waiting = of.filter((id) => record.amendments[id]?.state === 'pending')
  return of.length < 2 || waiting.length < of.length ? refuse('compromise/parents') : null
}

/** A compromise that the desk has put and that nobody has decided on. Either half of the desk may reword it. */
function revisable(record: Record, id: string, voice: string | null): Amendment | Refusal {
  const amendment = pending(record, id)
  if (isRefusal(amendment)) return amendment
  return amendment.compromise && (voice === SECRETARIAT || voice === CHAIR)
    ? amendment
    : refuse('amendment/not-yours')
}

const sameAmendments = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join()
