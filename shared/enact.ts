import type { Act } from './act.ts'
import type { Amendment, Revision } from './amendment.ts'
import { amended, change, known, without } from './by-id.ts'
import { begun } from './compromise.ts'
import { accepted, decision, labelled, written } from './enact-decision.ts'
import { endorsing, shut } from './enact-endorsement.ts'
import type { DelegationCode } from './ids.ts'
import { dissolved, opted } from './opting.ts'
import type { ClauseStatus, Record, Thread, VersionHead } from './record.ts'
import { silenced } from './silenced.ts'
import { fellWith, restatedOn } from './subamendment.ts'

/**
 * The record after one more act. Pure: replaying the acts of a journal from nothing gives the same record
 * everywhere. An act is a fact that was checked before it was performed; a fact that doesn't fit is a damaged
 * journal, and throws.
 */
export function enact(record: Record | null, act: Act): Record {
  if (act.kind === 'declaration laid') return laid(act)
  if (!record) throw new Error(`act ${act.act} (${act.kind}) before the declaration was laid`)
  if (act.act !== record.acts) throw new Error(`act ${act.act} where act ${record.acts} was due`)
  return { ...grouped(step(record, act), act), acts: record.acts + 1 }
}

type ActOf<K extends Act['kind']> = Extract<Act, { kind: K }>

const laid = (act: ActOf<'declaration laid'>): Record => ({
  declaration: act.declaration,
  stage: 'drafting',
  clauses: labelled({}, act.labels),
  drafts: {},
  amendments: {},
  threads: {},
  groups: {},
  versions: [act.version],
  signatories: {},
  endorsements: [],
  withdrawals: [],
  papers: {},
  acts: act.act + 1,
})

function step(record: Record, act: Exclude<Act, { kind: 'declaration laid' }>): Record {
  switch (act.kind) {
    case 'draft opened':
      return { ...record, drafts: { ...record.drafts, [act.draft.id]: act.draft } }
    case 'draft shared': {
      const { sharing, members } = act
      return {
        ...record,
        drafts: change(record.drafts, act.draft, (draft) => ({ ...draft, sharing, members })),
      }
    }
    case 'draft discarded':
      return { ...record, drafts: without(record.drafts, act.draft) }
    case 'amendment tabled':
      return tabled(record, act)
    case 'amendment restated':
      return amended(record, act.amendment, (it) => restatedOn(it, act))
    case 'amendment withdrawn':
      return fellWith(
        amended(record, act.amendment, (it) => ({
          ...it,
          state: 'withdrawn',
          decision: decision({ ...act, note: '' }),
        })),
        act.amendment,
        decision({ ...act, note: '' }),
      )
    case 'amendment co-sponsored':
      return amended(record, act.amendment, (it) => ({
        ...it,
        cosponsors: act.wording
          ? { ...it.cosponsors, [act.delegation]: act.wording }
          : without(it.cosponsors, act.delegation),
      }))
    case 'co-sponsors invited':
      return amended(record, act.amendment, (it) => ({
        ...it,
        cosponsors: { ...asked(act.delegations), ...it.cosponsors },
      }))
    case 'position taken':
      return amended(record, act.amendment, (it) => ({ ...it, positions: positioned(it, act) }))
    case 'group dissolved':
      return dissolved(record, act.group)
    case 'opted out':
      return amended(record, act.amendment, (it) => opted(it, act))
    case 'amendment accepted':
      return accepted(record, act)
    case 'compromise answered':
      return amended(record, act.amendment, (it) => answered(it, act))
    case 'order changed':
      return act.order.reduce((so, id, rank) => amended(so, id, (it) => ({ ...it, rank })), record)
    case 'amendment tied':
      return amended(record, act.amendment, (it) => ({ ...it, fallsIf: act.fallsIf }))
    case 'amendment rejected':
      return fellWith(
        amended(record, act.amendment, (it) => ({ ...it, state: 'rejected', decision: decision(act) })),
        act.amendment,
        decision(act),
      )
    case 'consolidation adopted':
      return {
        ...written(record, act),
        drafts: without(record.drafts, act.draft),
      }
    case 'text restored':
      return written(record, act, { restores: act.version })
    case 'clause marked': {
      const { ladder, awaiting } = act
      return { ...record, clauses: change(record.clauses, act.clause, (it) => ({ ...it, ladder, awaiting })) }
    }
    case 'clause confirmed':
      return { ...record, clauses: change(record.clauses, act.clause, (it) => confirmed(it, act.delegation)) }
    case 'comment made':
    case 'comment replied to':
    case 'thread resolved':
      return { ...record, threads: { ...record.threads, [act.thread]: thread(record, act) } }
    case 'note made':
    case 'note removed':
      // Not of the record: everybody sees all of it.
      return record
    case 'screen turned':
      return { ...record, screen: act.screen }
    case 'version issued':
      return issued(record, act.version)
    case 'stage moved':
      return moved(record, act)
    case 'silence opened':
    case 'text adopted': {
      const next = silenced(record, act)
      return act.version ? issued(next, act.version) : next
    }
    case 'silence seen':
    case 'silence extended':
    case 'silence broken':
    case 'silence cancelled':
      return silenced(record, act)
    case 'roll published':
      return { ...record, isPublic: act.published }
    case 'language version laid':
    case 'signatories listed':
    case 'endorsement opened':
    case 'addendum closed':
    case 'text endorsed':
    case 'endorsement withdrawn':
    case 'paper recorded':
    case 'paper rejected':
      return endorsing(record, act)
  }
}

/** A tabled draft is one no more; a new revision keeps the names asked for and drops those given (rule A4). */
function tabled(record: Record, act: ActOf<'amendment tabled'>): Record {
  const before = record.amendments[act.amendment]
  // The sponsor who tables new words has consented to them.
  const names = [...Object.keys(before?.cosponsors ?? {}), ...act.invited].filter((it) => it !== act.sponsor)
  const amendment: Amendment = {
    id: act.amendment,
    sponsor: act.sponsor,
    number: before?.number ?? nextNumber(record),
    takenUp: act.takenUp ?? before?.takenUp ?? null,
    amends: act.amends ?? before?.amends ?? null,
    cosponsors: asked(names),
    state: 'pending',
    revisions: before ? [...before.revisions, revision(act)] : [revision(act)],
    positions: before?.positions ?? {},
    decision: null,
    lost: [],
    consolidation: false,
    ...kept(before),
    ...(act.of ? { compromise: begun(act.of) } : {}),
  }
  return {
    ...record,
    drafts: act.draft === null ? record.drafts : without(record.drafts, act.draft),
    amendments: { ...record.amendments, [act.amendment]: amendment },
  }
}

const asked = (names: readonly DelegationCode[]): Amendment['cosponsors'] =>
  Object.fromEntries(names.map((name) => [name, null]))

const nextNumber = ({ amendments }: Record): number =>
  Object.values(amendments).filter(({ consolidation }) => !consolidation).length + 1

/** What the desk and the members of groups have said of an amendment holds for its new wording too. */
const kept = (before: Amendment | undefined): Partial<Amendment> => ({
  ...(before?.optOuts ? { optOuts: before.optOuts } : {}),
  ...(before?.rank === undefined ? {} : { rank: before.rank }),
  ...(before?.fallsIf ? { fallsIf: before.fallsIf } : {}),
})

const revision = (act: ActOf<'amendment tabled'>): Revision => {
  const { revision, wording, edits, reason, pen, at, by } = act
  return { revision, wording, edits, reason, pen, at, by }
}

function positioned(amendment: Amendment, act: ActOf<'position taken'>): Amendment['positions'] {
  if (act.stand === 'none') return without(amendment.positions, act.delegation)
  return { ...amendment.positions, [act.delegation]: { stand: act.stand, why: act.why, at: act.at } }
}

function answered(amendment: Amendment, act: ActOf<'compromise answered'>): Amendment {
  const { of, answers } = amendment.compromise ?? begun([])
  const { accepts, wording, why, at } = act
  return {
    ...amendment,
    compromise: { of, answers: { ...answers, [act.delegation]: { accepts, wording, why, at } } },
  }
}

/** What was agreed pending capitals is agreed when the last of them has confirmed. */
function confirmed(status: ClauseStatus, delegation: string): ClauseStatus {
  const awaiting = status.awaiting.filter((code) => code !== delegation)
  return { ...status, awaiting, ladder: awaiting.length === 0 ? 'agreed' : status.ladder }
}

/** A group's members are those for whom it spoke when it last did. */
function grouped(record: Record, { by: { delegation, members } }: Act): Record {
  if (!members || delegation === null) return record
  return { ...record, groups: { ...record.groups, [delegation]: members } }
}

function thread(
  record: Record,
  act: ActOf<'comment made'> | ActOf<'comment replied to'> | ActOf<'thread resolved'>,
): Thread {
  const { at, by } = act
  if (act.kind === 'comment made') {
    return { id: act.thread, on: act.on, comments: [{ words: act.words, by, at }], resolved: null }
  }
  const before = known(record.threads, act.thread)
  if (act.kind === 'thread resolved') return { ...before, resolved: act.resolved ? { by, at } : null }
  return { ...before, comments: [...before.comments, { words: act.words, by, at }] }
}

const issued = (record: Record, version: VersionHead): Record => ({
  ...record,
  versions: [...record.versions, version],
})

/** Drafts don't outlive the stages in which they can be written. */
function moved(record: Record, act: ActOf<'stage moved'>): Record {
  const drafts = act.to === 'final' ? {} : record.drafts
  const next = { ...(act.to === 'closed' ? shut(record) : record), stage: act.to, drafts }
  return act.version ? issued(next, act.version) : next
}
