import { type Edits, touched } from '../../shared/edits.ts'
import type { AmendmentId, BlockId, DelegationCode } from '../../shared/ids.ts'
import type { RoomView } from '../../shared/mirror.ts'
import { type Amendment, type Draft, sponsorsOf, wordingInForce } from '../../shared/record.ts'
import { rivals } from '../../shared/rivals.ts'
import type { Standing } from '../../shared/standing.ts'
import type { ProposalId } from '../editor/around.ts'

/** Something that somebody would change: an amendment, or a draft that the room sees grow. */
export type Proposal = TabledProposal | LiveProposal

interface Common {
  readonly id: ProposalId
  readonly sponsor: DelegationCode
  /** Sponsor first. */
  readonly sponsors: readonly DelegationCode[]
  /** Against the text as it stands; as tabled, where it was decided. */
  readonly edits: Edits
}

export interface TabledProposal extends Common {
  readonly is: 'amendment'
  readonly amendment: Amendment
  /** What the text has left of it; null where it is no longer pending. */
  readonly standing: Standing | null
}

export interface LiveProposal extends Common {
  readonly is: 'draft'
  readonly draft: Draft
}

/** `FRA 2`, as it is said in the room. */
export const spoken = (id: string): string => id.replace('-', ' ')

/** `FRA 2`; a draft has no number yet: `FRA …`, or `FRA 2 …` where it rewords one that has. */
export const nameOfProposal = (proposal: Proposal): string =>
  proposal.is === 'amendment' ? spoken(proposal.id) : `${spoken(revised(proposal) ?? proposal.sponsor)} …`

/** The amendment that a draft gives new words: until they are tabled it is no proposal beside that one. */
export const revised = (proposal: Proposal): AmendmentId | null =>
  proposal.is === 'draft' ? proposal.draft.revises : null

/** All that competes for the text: pending amendments in order of tabling, then drafts that are shared live. */
export function pendingProposals({ record, effects, live }: RoomView): Proposal[] {
  const amendments = Object.values(record.amendments)
    .filter(({ state }) => state === 'pending')
    .sort(byTabling)
    .map((amendment) => tabled(amendment, effects[amendment.id]))
  const drafts = Object.values(record.drafts)
    .filter(({ id }) => live[id])
    .map((draft): LiveProposal => {
      const sponsors = [draft.delegation, ...draft.members]
      const edits = live[draft.id] ?? { hunks: [], added: [] }
      return { is: 'draft', id: draft.id, sponsor: draft.delegation, sponsors, edits, draft }
    })
  return [...amendments, ...drafts]
}

/** Accepted, rejected or withdrawn; the latest first. */
export const decidedProposals = ({ record }: RoomView): TabledProposal[] =>
  Object.values(record.amendments)
    .filter(({ state }) => state !== 'pending')
    .sort((a, b) => byTabling(b, a))
    .map((amendment) => tabled(amendment, undefined))

function tabled(
  amendment: Amendment,
  effect: { readonly edits: Edits; readonly standing: Standing } | undefined,
): TabledProposal {
  return {
    is: 'amendment',
    id: amendment.id,
    sponsor: amendment.sponsor,
    sponsors: sponsorsOf(amendment),
    edits: effect?.edits ?? wordingInForce(amendment).edits,
    standing: effect?.standing ?? null,
    amendment,
  }
}

const byTabling = (a: Amendment, b: Amendment): number =>
  a.revisions[0].at.localeCompare(b.revisions[0].at) || a.id.localeCompare(b.id)

/** Those that change the clause or would put a new one after it; what an overtaken one once touched counts too. */
export const touching = <P extends Proposal>(proposals: readonly P[], clause: BlockId): P[] =>
  proposals.filter(
    (it) =>
      touched(it.edits).has(clause) ||
      it.edits.added.some(({ id }) => id === clause) ||
      (it.is === 'amendment' && touched(wordingInForce(it.amendment).edits).has(clause)),
  )

/** Those that can't have their way together with these edits. */
export const rivalsOf = (
  edits: Edits,
  proposals: readonly Proposal[],
  texts: ReadonlyMap<BlockId, string>,
): ReadonlySet<ProposalId> =>
  new Set(proposals.filter((it) => rivals(texts, edits, it.edits).length > 0).map(({ id }) => id))

/** For each proposal, those of the others that can't have their way together with it. */
export function rivalsAmong(
  proposals: readonly Proposal[],
  texts: ReadonlyMap<BlockId, string>,
): ReadonlyMap<ProposalId, readonly Proposal[]> {
  const found = new Map<ProposalId, Proposal[]>()
  const add = (id: ProposalId, rival: Proposal) => found.set(id, [...(found.get(id) ?? []), rival])
  for (const [index, a] of proposals.entries()) {
    for (const b of proposals.slice(index + 1)) {
      if (revised(a) === b.id || revised(b) === a.id) continue
      if (rivals(texts, a.edits, b.edits).length === 0) continue
      add(a.id, b)
      add(b.id, a)
    }
  }
  return found
}
