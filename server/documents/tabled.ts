import { movesOfText } from '../../shared/edits.ts'
import type { AmendmentId, BlockId, DelegationCode, Instant, Sha256 } from '../../shared/ids.ts'
import { labelsOf } from '../../shared/projection.ts'
import {
  type Amendment,
  type AmendmentState,
  type Decision,
  type Record,
  type Stand,
  sponsorsOf,
  wordingInForce,
} from '../../shared/record.ts'

/** An amendment as lists of amendments show it, in whatever format: its wording in force, and what became of it. */
export interface Tabled {
  readonly id: AmendmentId
  /** In the order of tabling; what the secretariat consolidated has 0. */
  readonly number: number
  readonly sponsor: DelegationCode
  /** With the sponsor: those whose names stand on the wording in force. */
  readonly sponsors: readonly DelegationCode[]
  /** The amendment that it amends; null for one to the text. */
  readonly amends: AmendmentId | null
  readonly state: AmendmentState
  readonly revision: number
  readonly wording: Sha256
  readonly at: Instant
  readonly reason: string
  readonly changes: readonly Change[]
  readonly positions: readonly StandTaken[]
  readonly decision: Decision | null
}

export interface Change {
  readonly would: 'replace' | 'insert' | 'delete' | 'add' | 'move'
  readonly clause: BlockId
  /** Of the clause; empty for the title and for a clause that has no label yet. */
  readonly label: string
  /** The words that would go. */
  readonly was: string
  /** The words that would come. */
  readonly insert: string
  /** Of a clause that is added or moved: the one that it would stand after; null: first of all. */
  readonly after: { readonly clause: BlockId; readonly label: string } | null
}

export interface StandTaken {
  readonly delegation: DelegationCode
  readonly stand: Stand
  readonly why: string
  readonly at: Instant
}

/** Every amendment that was tabled, in the order of tabling. */
export const tabledIn = (record: Pick<Record, 'amendments' | 'clauses'>): Tabled[] =>
  Object.values(record.amendments)
    .sort((a, b) => (a.revisions[0].at < b.revisions[0].at ? -1 : 1))
    .map((amendment) => tabled(amendment, record))

function tabled(amendment: Amendment, record: Pick<Record, 'clauses'>): Tabled {
  const { id, number, sponsor, amends, state, positions, decision } = amendment
  const { revision, wording, reason, at } = wordingInForce(amendment)
  return {
    ...{ id, number, sponsor, state, revision, wording, at, reason, decision },
    sponsors: sponsorsOf(amendment),
    amends: amends?.amendment ?? null,
    changes: changesIn(amendment, record),
    positions: Object.entries(positions)
      .map(([delegation, taken]) => ({ delegation, ...taken }))
      .sort((a, b) => (a.delegation < b.delegation ? -1 : 1)),
  }
}

function changesIn(amendment: Amendment, record: Pick<Record, 'clauses'>): Change[] {
  const { edits } = wordingInForce(amendment)
  const labels = labelsOf(record)
  const labelOf = (clause: BlockId) => labels[clause] ?? ''
  const place = (after: BlockId | null) => (after === null ? null : { clause: after, label: labelOf(after) })
  return [
    ...edits.hunks.map(
      ({ clause, was, insert }): Change => ({
        would: was === '' ? 'insert' : insert === '' ? 'delete' : 'replace',
        ...{ clause, label: labelOf(clause), was, insert, after: null },
      }),
    ),
    ...edits.added.map(
      ({ id, text, after }): Change => ({
        would: 'add',
        ...{ clause: id, label: labelOf(id), was: '', insert: text, after: place(after) },
      }),
    ),
    ...movesOfText(edits).map(
      ({ clause, after }): Change => ({
        would: 'move',
        ...{ clause, label: labelOf(clause), was: '', insert: '', after: place(after) },
      }),
    ),
  ]
}
