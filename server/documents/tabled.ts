import {
  type Amendment,
  type AmendmentState,
  type Decision,
  type Stand,
  sponsorsOf,
  wordingInForce,
} from '../../shared/amendment.ts'
import { movesOfText } from '../../shared/edits.ts'
import type { AmendmentId, BlockId, DelegationCode, Instant, Sha256 } from '../../shared/ids.ts'
import { readMoment } from '../../shared/moment.ts'
import { labelsOf } from '../../shared/projection.ts'
import type { Dossier } from './dossier.ts'

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
  /** Of words that come where none go: those that they would stand behind; empty at the beginning of the clause. */
  readonly behind: string
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
export const tabledIn = (dossier: Told): Tabled[] =>
  Object.values(dossier.record.amendments)
    .sort((a, b) => (a.revisions[0].at < b.revisions[0].at ? -1 : 1))
    .map((amendment) => tabled(amendment, dossier))

type Told = Pick<Dossier, 'record' | 'acts' | 'past'>

function tabled(amendment: Amendment, dossier: Told): Tabled {
  const { id, number, sponsor, amends, state, positions, decision } = amendment
  const { revision, wording, reason, at } = wordingInForce(amendment)
  return {
    ...{ id, number, sponsor, state, revision, wording, at, reason, decision },
    sponsors: sponsorsOf(amendment),
    amends: amends?.amendment ?? null,
    changes: changesIn(amendment, dossier),
    positions: Object.entries(positions)
      .map(([delegation, taken]) => ({ delegation, ...taken }))
      .sort((a, b) => (a.delegation < b.delegation ? -1 : 1)),
  }
}

function changesIn(amendment: Amendment, dossier: Told): Change[] {
  const { edits } = wordingInForce(amendment)
  const labels = labelsOf(dossier.record)
  const words = edits.hunks.some(({ was }) => was === '') ? wordsAmended(amendment, dossier) : null
  const labelOf = (clause: BlockId) => labels[clause] ?? ''
  const place = (after: BlockId | null) => (after === null ? null : { clause: after, label: labelOf(after) })
  return [
    ...edits.hunks.map(
      ({ clause, from, was, insert }): Change => ({
        would: was === '' ? 'insert' : insert === '' ? 'delete' : 'replace',
        behind: was === '' ? endOf(words?.get(clause)?.slice(0, from) ?? '') : '',
        ...{ clause, label: labelOf(clause), was, insert, after: null },
      }),
    ),
    ...edits.added.map(
      ({ id, text, after }): Change => ({
        would: 'add',
        ...{ clause: id, label: labelOf(id), was: '', insert: text, behind: '', after: place(after) },
      }),
    ),
    ...movesOfText(edits).map(
      ({ clause, after }): Change => ({
        would: 'move',
        ...{ clause, label: labelOf(clause), was: '', insert: '', behind: '', after: place(after) },
      }),
    ),
  ]
}

/** The words that the wording in force was tabled against; null where that was not the text, or not one of them. */
function wordsAmended(amendment: Amendment, { acts, past }: Told): ReadonlyMap<BlockId, string> | null {
  const { revision } = wordingInForce(amendment)
  const tabling = acts.find(
    (act) => act.kind === 'amendment tabled' && act.amendment === amendment.id && act.revision === revision,
  )
  if (!tabling || amendment.amends) return null
  return new Map(readMoment(past.at(tabling.act)).map(({ id, text }) => [id, text]))
}

/** The last words, whole ones: enough to find the place. */
const endOf = (words: string): string =>
  words.length <= ENOUGH
    ? words.trim()
    : words.slice(words.lastIndexOf(' ', words.length - ENOUGH) + 1).trim()

const ENOUGH = 40
