import { voiceOf } from '../../shared/delegation.ts'
import { isMember } from '../../shared/draft.ts'
import type { AmendmentId, DelegationCode } from '../../shared/ids.ts'
import { type Actor, type Base, type Draft, type Record, wordingInForce } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { parentOf } from '../../shared/subamendment.ts'
import type { Case, Deed } from './deed.ts'
import { redone } from './restate.ts'
import type { State } from './state.ts'

/** The delegation's unfinished draft, or a new one. */
export function open({ state, record, command, by, at }: Case<'draft.open'>): Deed | Refusal {
  const delegation = voiceOf(by) ?? ''
  const { revises, from, another } = command
  const amends = baseFor(record, command, delegation)
  if (isRefusal(amends)) return amends
  const unfinished = findDraft(record, delegation, 'amendment', revises, amends)
  if (unfinished && !another && from.length === 0) return { step: null, answer: { draft: unfinished.id } }
  if (revises) {
    const amendment = record.amendments[revises]
    if (!amendment) return refuse('amendment/unknown')
    if (amendment.sponsor !== delegation) return refuse('amendment/not-yours')
    if (amendment.state !== 'pending') return refuse('amendment/not-pending', { state: amendment.state })
  }
  if (openDrafts(record, delegation) >= MOST_DRAFTS) return refuse('draft/too-many', { limit: MOST_DRAFTS })
  const again = amends && revises ? redoneOn(state, record, revises, amends) : null
  const own = revises && !again ? [revises] : []
  const words = [...(amends ? [amends.amendment] : []), ...own, ...from]
  if (words.some((id) => !record.amendments[id])) return refuse('amendment/unknown')
  const draft: Draft = {
    id: state.nextDraft(),
    kind: 'amendment',
    delegation,
    members: [],
    sharing: 'live',
    revises,
    ...(amends ? { amends } : {}),
    from: words,
    opened: at,
  }
  if (!again?.words) return opened(draft)
  const { pen, engrossed } = again.words
  return { step: { kind: 'draft opened', draft, pen }, engrossed, answer: { draft: draft.id } }
}

/** A sub-amendment is given words on another wording than its own: what of it finds its place there. */
function redoneOn(
  state: State,
  { amendments }: Record,
  revises: AmendmentId,
  amends: Base,
): { readonly words: ReturnType<typeof redone> } | null {
  const [sub, parent] = [amendments[revises], amendments[amends.amendment]]
  if (!sub?.amends || !parent || sub.amends.pen === amends.pen) return null
  return { words: redone(state, sub, parent) }
}

/** The wording that a draft is to amend: of the amendment that is named, or again of that which it gives new words. */
function baseFor(
  record: Record,
  { amends, revises }: Case<'draft.open'>['command'],
  delegation: DelegationCode,
): Base | null | Refusal {
  const sub = revises ? record.amendments[revises] : undefined
  const parent = record.amendments[amends ?? (sub ? parentOf(record, sub)?.id : undefined) ?? '']
  if (!parent) return amends ? refuse('amendment/unknown') : null
  if (parent.state !== 'pending') return refuse('amendment/not-pending', { state: parent.state })
  if (amends && parent.sponsor === delegation) return refuse('amendment/own')
  if (parentOf(record, parent)) return refuse('amendment/sub')
  return { amendment: parent.id, pen: wordingInForce(parent).pen }
}

/** Of one delegation at a time: each that is open takes memory of everybody's server. */
const MOST_DRAFTS = 50

const openDrafts = (record: Record, delegation: DelegationCode): number =>
  Object.values(record.drafts).filter((draft) => draft.delegation === delegation).length

export const opened = (draft: Draft): Deed => ({
  step: { kind: 'draft opened', draft },
  answer: { draft: draft.id },
})

export function findDraft(
  record: Record,
  delegation: DelegationCode,
  kind: Draft['kind'],
  revises: string | null,
  amends: Base | null = null,
): Draft | undefined {
  return Object.values(record.drafts)
    .filter((draft) => draft.delegation === delegation && draft.kind === kind && draft.revises === revises)
    .filter((draft) => draft.amends?.amendment === amends?.amendment && draft.amends?.pen === amends?.pen)
    .at(-1)
}

export function share({ record, command, by }: Case<'draft.share'>): Deed | Refusal {
  const draft = ownDraft(record, command.draft, by)
  if (isRefusal(draft)) return draft
  const { sharing } = command
  const members = [...new Set(command.members)].filter((code) => code !== draft.delegation).sort()
  return { step: { kind: 'draft shared', draft: draft.id, sharing, members }, answer: { draft: draft.id } }
}

export function discard({ record, command, by }: Case<'draft.discard'>): Deed | Refusal {
  const draft = ownDraft(record, command.draft, by)
  if (isRefusal(draft)) return draft
  return { step: { kind: 'draft discarded', draft: draft.id } }
}

/** A draft that the actor's delegation opened. That a private draft exists is told to members alone. */
export function ownDraft(record: Record, id: string, by: Actor): Draft | Refusal {
  const draft = memberDraft(record, id, by)
  if (isRefusal(draft) || draft.delegation === voiceOf(by)) return draft
  return refuse('draft/not-a-member')
}

export function memberDraft(record: Record, id: string, by: Actor): Draft | Refusal {
  const draft = record.drafts[id]
  if (draft && isMember(draft, voiceOf(by))) return draft
  return refuse(draft?.sharing === 'live' ? 'draft/not-a-member' : 'draft/unknown')
}
