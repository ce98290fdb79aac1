import { type Amendment, wordingInForce } from '../../../shared/amendment.ts'
import { changesAsked, consentsAsked, namesAsked } from '../../../shared/awaited.ts'
import type { BlockId, DelegationCode, Instant, ThreadId } from '../../../shared/ids.ts'
import { mentionsIn } from '../../../shared/mention.ts'
import type { Comment, Record, Thread } from '../../../shared/record.ts'
import type { Silence } from '../../../shared/silence.ts'
import { isReplaced, parentOf } from '../../../shared/subamendment.ts'
import { amendedBy } from '../panel/clauseActs.ts'
import { type Proposal, rivalsAmong, type TabledProposal } from '../proposals.ts'

/** Something that a delegation has to know or to answer. */
export type Concern = {
  /** Where one goes to see it. */
  readonly clause: BlockId
  readonly key: string
} & (
  | { readonly is: 'consent asked' | 'name asked' | 'new wording'; readonly amendment: Amendment }
  | { readonly is: 'mention' | 'reply'; readonly thread: ThreadId; readonly comment: Comment }
  | { readonly is: 'decided'; readonly amendment: Amendment; readonly act: number; readonly at: Instant }
  | { readonly is: 'overtaken'; readonly amendment: Amendment }
  | { readonly is: 'silence' | 'silence unseen' | 'silence broken'; readonly silence: Silence }
  | { readonly is: 'rival' | 'amended' | 'replaced'; readonly amendment: Amendment; readonly of: Amendment }
)

export interface Looking {
  readonly record: Record
  readonly proposals: readonly Proposal[]
  readonly texts: ReadonlyMap<BlockId, string>
  readonly delegation: DelegationCode
}

/**
 * What concerns the delegation: a text under a silence procedure, then what waits for its answer: names and wordings asked of it, mentions and replies,
 * decisions on what it proposed, and what competes with it.
 */
export function concernsOf(looking: Looking): readonly Concern[] {
  return [
    ...silenceOf(looking),
    ...consentAsked(looking),
    ...asked(looking),
    ...amendedByOthers(looking),
    ...replaced(looking),
    ...said(looking),
    ...decided(looking),
    ...overtaken(looking),
    ...rivals(looking),
  ]
}

/** It ends by itself, and what it ends in can't be undone: before all else. */
function silenceOf({ record: { silence, stage, receipts }, delegation }: Looking): Concern[] {
  if (!silence) return []
  const { end, version, deadline } = silence
  if (end === null) {
    const is = receipts?.[delegation] ? 'silence' : 'silence unseen'
    return [{ is, silence, clause: '', key: `silence ${version} ${deadline}` }]
  }
  return end.is === 'broken' && stage === 'drafting' && end.delegation !== delegation
    ? [{ is: 'silence broken', silence, clause: '', key: `silence broken ${end.act}` }]
    : []
}

function consentAsked({ record, delegation }: Looking): Concern[] {
  return consentsAsked(record, delegation).map((amendment) => ({
    is: 'consent asked',
    amendment,
    clause: placeOf(amendment, record),
    key: `consent ${amendment.id}`,
  }))
}

function asked({ record, delegation }: Looking): Concern[] {
  return namesAsked(record, delegation).map((amendment) => {
    const isFirst = amendment.cosponsors[delegation] === null && wordingInForce(amendment).revision === 1
    const is = isFirst ? 'name asked' : 'new wording'
    return { is, amendment, clause: placeOf(amendment, record), key: `${is} ${amendment.id}` }
  })
}

function amendedByOthers({ record, delegation }: Looking): Concern[] {
  return changesAsked(record, delegation).flatMap((amendment): Concern[] => {
    const of = parentOf(record, amendment)
    if (!of) return []
    return [{ is: 'amended', amendment, of, clause: placeOf(of, record), key: `amended ${amendment.id}` }]
  })
}

/** What the delegation would change in another's amendment that has other words now: it may redo that. */
function replaced({ record, delegation }: Looking): Concern[] {
  return Object.values(record.amendments).flatMap((amendment): Concern[] => {
    const of = parentOf(record, amendment)
    const isOver = amendment.state !== 'pending' || amendment.sponsor !== delegation
    if (!of || isOver || !isReplaced(record, amendment)) return []
    return [{ is: 'replaced', amendment, of, clause: placeOf(of, record), key: `replaced ${amendment.id}` }]
  })
}

function said({ record, delegation }: Looking): Concern[] {
  return Object.values(record.threads).flatMap((thread): Concern[] => {
    const comment = unanswered(thread, delegation)
    if (thread.resolved || !comment) return []
    const is = mentionsIn(comment.words).has(delegation) ? 'mention' : 'reply'
    const { on } = thread
    const amendment = 'amendment' in on ? record.amendments[on.amendment] : undefined
    const clause = 'clause' in on ? on.clause : amendment ? placeOf(amendment, record) : ''
    return [{ is, thread: thread.id, comment, clause, key: `${is} ${thread.id} ${comment.at}` }]
  })
}

/** The last comment of others that mentions the delegation or follows one of its own, until it has spoken again. */
function unanswered({ comments }: Thread, delegation: DelegationCode): Comment | undefined {
  const own = comments.findLastIndex(({ by }) => by.delegation === delegation)
  return comments.slice(own + 1).findLast((comment) => own >= 0 || mentionsIn(comment.words).has(delegation))
}

const isOwn = ({ sponsor, cosponsors }: Amendment, delegation: DelegationCode): boolean =>
  sponsor === delegation || Boolean(cosponsors[delegation])

function decided({ record, delegation }: Looking): Concern[] {
  return Object.values(record.amendments)
    .filter((amendment) => amendment.decision && isOwn(amendment, delegation))
    .flatMap((amendment): Concern[] => {
      const { decision } = amendment
      if (!decision) return []
      const { act, at } = decision
      return [
        {
          is: 'decided',
          amendment,
          act,
          at,
          clause: placeOf(amendment, record),
          key: `decided ${amendment.id}`,
        },
      ]
    })
    .reverse()
}

function overtaken({ record, proposals, delegation }: Looking): Concern[] {
  return ownPending(proposals, delegation)
    .filter(({ standing }) => standing !== null && standing !== 'stands')
    .map(({ amendment }) => ({
      is: 'overtaken',
      amendment,
      clause: placeOf(amendment, record),
      key: `overtaken ${amendment.id}`,
    }))
}

function rivals({ record, proposals, texts, delegation }: Looking): Concern[] {
  const own = ownPending(proposals, delegation)
  const others = proposals.filter((it) => it.is === 'amendment' && !isOwn(it.amendment, delegation))
  return [...rivalsAmong(own, others, texts)].flatMap(([id, against]) => {
    const of = record.amendments[id]
    return against.flatMap((it): Concern[] =>
      it.is === 'amendment' && of
        ? [
            {
              is: 'rival',
              amendment: it.amendment,
              of,
              clause: placeOf(it.amendment, record),
              key: `${it.id} ${id}`,
            },
          ]
        : [],
    )
  })
}

const ownPending = (proposals: readonly Proposal[], delegation: DelegationCode): TabledProposal[] =>
  proposals.filter((it): it is TabledProposal => it.is === 'amendment' && isOwn(it.amendment, delegation))

/** The first clause of the text that it touches. */
const placeOf = (amendment: Amendment, record: Record): BlockId =>
  [...amendedBy(amendment.id, record)].find((id) => id in record.clauses) ?? ''
