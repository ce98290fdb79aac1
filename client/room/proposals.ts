import { type Amendment, type Effect, sponsorsOf, wordingInForce } from '../../shared/amendment.ts'
import { type Edits, type Hunk, type Moved, movesOf, touched } from '../../shared/edits.ts'
import type { AmendmentId, BlockId, ById, DelegationCode } from '../../shared/ids.ts'
import type { RoomView } from '../../shared/mirror.ts'
import type { Draft } from '../../shared/record.ts'
import { rivals } from '../../shared/rivals.ts'
import type { Standing } from '../../shared/standing.ts'
import { parentOf, subAmendments } from '../../shared/subamendment.ts'
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
  /** Changes that fell away, since their words are gone from the text. */
  readonly lost: readonly Hunk[]
  readonly lostMoves: readonly Moved[]
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

/** What competes for the text: pending amendments, in order of tabling. */
export const pendingProposals = ({
  record,
  effects,
}: Pick<RoomView, 'record' | 'effects'>): TabledProposal[] =>
  Object.values(record.amendments)
    .filter((amendment) => amendment.state === 'pending' && !parentOf(record, amendment))
    .sort(byTabling)
    .map((amendment) => tabled(amendment, effects[amendment.id]))

/** What amends the amendment: pending sub-amendments, and drafts of such that the room sees grow. */
export const proposalsTo = (
  { record, effects, live }: RoomView,
  parent: AmendmentId,
): readonly Proposal[] => [
  ...subAmendments(record, parent).map((amendment) => tabled(amendment, effects[amendment.id])),
  ...liveProposals(
    Object.fromEntries(
      Object.entries(record.drafts).filter(([, draft]) => draft.amends?.amendment === parent),
    ),
    live,
    true,
  ),
]

/** Drafts that the room sees grow. */
export const liveProposals = (
  drafts: ById<Draft>,
  live: ById<Edits>,
  /** Those of sub-amendments, and no others. */
  amending = false,
): LiveProposal[] =>
  Object.values(drafts).flatMap((draft) => {
    if ((draft.amends !== undefined) !== amending) return []
    const edits = live[draft.id]
    return edits ? [growing(draft, edits)] : []
  })

/** Accepted, rejected or withdrawn; the latest first. */
export const decidedProposals = (amendments: ById<Amendment>): TabledProposal[] =>
  Object.values(amendments)
    .filter(({ state }) => state !== 'pending')
    .sort((a, b) => byTabling(b, a))
    .map((amendment) => tabled(amendment, undefined))

// The same object for as long as nothing of it changes: what draws hundreds of them can tell which to draw again.
const tabledBefore = new WeakMap<Amendment, TabledProposal>()
const grownBefore = new WeakMap<Edits, LiveProposal>()

function tabled(amendment: Amendment, effect: Effect | undefined): TabledProposal {
  const edits = effect?.edits ?? wordingInForce(amendment).edits
  const standing = effect?.standing ?? null
  const before = tabledBefore.get(amendment)
  if (before?.edits === edits && before.standing === standing) return before
  const { id, sponsor } = amendment
  const now = {
    ...{ is: 'amendment' as const, id, sponsor, sponsors: sponsorsOf(amendment) },
    ...{ edits, standing, lost: effect?.lost ?? amendment.lost, amendment },
    lostMoves: (effect ?? amendment).lostMoves ?? [],
  }
  tabledBefore.set(amendment, now)
  return now
}

function growing(draft: Draft, edits: Edits): LiveProposal {
  const before = grownBefore.get(edits)
  if (before?.draft === draft) return before
  const { id, delegation, members } = draft
  const now = {
    ...{ is: 'draft' as const, id, sponsor: delegation, sponsors: [delegation, ...members] },
    ...{ edits, draft },
  }
  grownBefore.set(edits, now)
  return now
}

function byTabling(a: Amendment, b: Amendment): number {
  const [first, second] = [a.revisions[0].at, b.revisions[0].at]
  if (first !== second) return first < second ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** The clause in which the edits are told first; nothing where they stand before all clauses. */
export const firstClauseOf = (edits: Edits): BlockId | null =>
  edits.hunks[0]?.clause ?? edits.added[0]?.after ?? movesOf(edits)[0]?.clause ?? null

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
): readonly ProposalId[] =>
  proposals.filter((it) => rivals(texts, edits, it.edits).length > 0).map(({ id }) => id)

/** For each of the proposals, those `among` others that can't have their way together with it. */
export function rivalsAmong(
  proposals: readonly Proposal[],
  among: readonly Proposal[],
  texts: ReadonlyMap<BlockId, string>,
): ReadonlyMap<ProposalId, readonly Proposal[]> {
  const areRivals = (a: Proposal, b: Proposal) =>
    a.id !== b.id && revised(a) !== b.id && revised(b) !== a.id && rivals(texts, a.edits, b.edits).length > 0
  return new Map(
    proposals
      .map((a) => [a.id, among.filter((b) => areRivals(a, b))] as const)
      .filter(([, found]) => found.length > 0),
  )
}
