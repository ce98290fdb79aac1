import type { Actor } from '../../shared/actor.ts'
import { type Base, wordingInForce } from '../../shared/amendment.ts'
import { type Brought, editsBrought, misplaced } from '../../shared/bringing.ts'
import { voiceOf } from '../../shared/delegation.ts'
import { fork, isMember } from '../../shared/draft.ts'
import { isEmpty } from '../../shared/edits.ts'
import type { AmendmentId, DelegationCode } from '../../shared/ids.ts'
import type { Draft, Record } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { parentOf } from '../../shared/subamendment.ts'
import { readText } from '../../shared/text.ts'
import type { Case, Deed } from './deed.ts'
import { faultOf } from './draft-faults.ts'
import { engrossedFrom } from './numbers.ts'
import { redone } from './restate.ts'
import type { State } from './state.ts'

/** The delegation's unfinished draft, or a new one. */
export function open({ state, record, command, by, at }: Case<'draft.open'>): Deed | Refusal {
  const delegation = voiceOf(by) ?? ''
  const { revises, from, another, brings } = command
  const amends = baseFor(record, command, delegation)
  if (isRefusal(amends)) return amends
  if (!hasGround(state, record, revises, amends)) return refuse('amendment/overtaken')
  const unfinished = findDraft(record, delegation, 'amendment', revises, amends)
  if (unfinished && !another && !brings && from.length === 0)
    return { step: null, answer: { draft: unfinished.id } }
  if (revises) {
    const amendment = record.amendments[revises]
    if (!amendment) return refuse('amendment/unknown')
    if (amendment.sponsor !== delegation) return refuse('amendment/not-yours')
    if (amendment.state !== 'pending') return refuse('amendment/not-pending', { state: amendment.state })
  }
  const full = tooMany(record, delegation)
  if (full) return full
  if (brings) return bring({ state, command, at }, brings, delegation)
  const again = amends && revises ? redoneOn(state, record, revises, amends) : null
  const own = revises && !again ? [revises] : []
  const words = [...(amends ? [amends.amendment] : []), ...own, ...from]
  const fault = faultOfWords(record, from)
  if (fault) return fault
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

/**
 * A draft that begins with changes somebody brings along. The server writes them itself, on the text as it stands, and
 * looks at the draft that comes of them as at any that a hand has written (rules P2 and P3).
 */
function bring(
  { state, command, at }: Pick<Case<'draft.open'>, 'state' | 'command' | 'at'>,
  brought: Brought,
  delegation: DelegationCode,
): Deed | Refusal {
  const { revises, amends, from, sharing } = command
  if (revises !== null || amends !== null || from.length > 0) {
    return refuse('request/invalid', { path: 'brings', message: 'brings changes of the text, and no others' })
  }
  const clause = misplaced(readText(state.text), brought)
  if (clause !== null) return refuse('clause/other-words', { clause })
  const edits = editsBrought(brought)
  if (isEmpty(edits)) return refuse('draft/empty')
  const { pen, engrossed } = engrossedFrom(state, state.text, edits)
  const fault = faultOf(fork(state.text, [engrossed]), state.text)
  if (fault) return refuse('update/not-allowed', { why: fault })
  const draft: Draft = {
    ...{ id: state.nextDraft(), kind: 'amendment', delegation, members: [], sharing },
    ...{ revises: null, from: [], opened: at },
  }
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

/** Whether there is something to amend: neither what is amended, nor what is given other words, has lost all that it stood on. */
function hasGround(state: State, record: Record, revises: AmendmentId | null, amends: Base | null): boolean {
  const again = revises === null ? undefined : record.amendments[revises]
  const base = amends ?? again?.amends
  return !base || state.baseOf(base) !== null
}

/** What amends an amendment stands on the words of that: laid on the text alone it would wait for them for ever. */
export function faultOfWords({ amendments }: Record, from: readonly AmendmentId[]): Refusal | null {
  const unknown = from.find((id) => !amendments[id])
  if (unknown) return refuse('amendment/unknown', { amendment: unknown })
  const sub = from.find((id) => amendments[id]?.amends)
  return sub ? refuse('draft/of-sub', { amendment: sub }) : null
}

/** Of one delegation at a time: each that is open takes memory of everybody's server. */
const MOST_DRAFTS = 50

export function tooMany({ drafts }: Record, delegation: DelegationCode): Refusal | null {
  const own = Object.values(drafts).filter((draft) => draft.delegation === delegation)
  return own.length >= MOST_DRAFTS ? refuse('draft/too-many', { limit: MOST_DRAFTS }) : null
}

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
