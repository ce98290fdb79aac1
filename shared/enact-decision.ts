import type { Act } from './act.ts'
import type { Amendment, Decision } from './amendment.ts'
import { amended, known } from './by-id.ts'
import { givingWay } from './compromise.ts'
import type { AmendmentId, ById } from './ids.ts'
import type { Labels } from './numbering.ts'
import type { ClauseStatus, Record } from './record.ts'
import { fellWith, reworded } from './subamendment.ts'

/** How decisions fold into the record: what is accepted, what ends with it, and what the secretariat writes itself. */

type ActOf<K extends Act['kind']> = Extract<Act, { kind: K }>

/** Nobody decides any more on an amendment that gave way to another. */
function ends(
  record: Record,
  id: AmendmentId,
  state: 'superseded' | 'fallen',
  { to, by }: { readonly to: Amendment; readonly by: Decision },
): Record {
  const given = (it: Amendment): Amendment => ({
    ...it,
    state,
    decision: decision(by),
    gaveWay: givingWay(it, to),
  })
  return fellWith(amended(record, id, given), id, decision(by))
}

/** With it end those whose place it takes, and those that were tied to it. */
export function accepted(record: Record, act: ActOf<'amendment accepted'>): Record {
  const way = { to: known(record.amendments, act.amendment), by: act }
  let next = amended(record, act.amendment, (it) => ({
    ...it,
    state: 'accepted',
    decision: decision(act),
    lost: act.lost ?? [],
    ...(act.lostMoves ? { lostMoves: act.lostMoves } : {}),
  }))
  for (const id of act.supersedes ?? []) next = ends(next, id, 'superseded', way)
  for (const id of act.falls ?? []) next = ends(next, id, 'fallen', way)
  const { parent } = act
  if (parent) next = amended(next, parent.amendment, (it) => reworded(it, parent, act))
  return { ...next, clauses: labelled(record.clauses, act.labels) }
}

/** What the secretariat writes at a stroke stands in the record as an amendment of its own, for provenance. */
export function written(
  record: Record,
  act: ActOf<'consolidation adopted'> | ActOf<'text restored'>,
  more: Partial<Amendment> = {},
): Record {
  const { wording, edits, note, pen, at, by } = act
  const amendment: Amendment = {
    id: act.amendment,
    sponsor: act.amendment.split('-')[0] ?? '',
    number: 0,
    takenUp: null,
    amends: null,
    cosponsors: {},
    state: 'accepted',
    revisions: [{ revision: 1, wording, edits, reason: note, pen, at, by }],
    positions: {},
    decision: decision(act),
    lost: [],
    consolidation: true,
    ...more,
  }
  let next: Record = {
    ...record,
    amendments: { ...record.amendments, [act.amendment]: amendment },
    clauses: labelled(record.clauses, act.labels),
  }
  const superseded = 'supersedes' in act ? (act.supersedes ?? []) : []
  for (const id of superseded) next = ends(next, id, 'superseded', { to: amendment, by: act })
  return next
}

export const decision = ({ act, at, by, note }: Decision): Decision => ({ act, at, by, note })

export const labelled = (clauses: Record['clauses'], labels: Labels): ById<ClauseStatus> => ({
  ...clauses,
  ...Object.fromEntries(
    Object.entries(labels).map(([id, label]) => [id, { label, ladder: 'open' as const, awaiting: [] }]),
  ),
})
