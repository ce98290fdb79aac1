import type * as Y from 'yjs'
import { carriedBy } from './carried.ts'
import { type Added, type Hunk, type Moved, movesOfText } from './edits.ts'
import type { AmendmentId, BlockId, Instant } from './ids.ts'
import { type BlockItem, type Range, type Run, Sight, walkBlocks } from './items.ts'
import { moveInForce, penOf } from './moves.ts'
import { type Names, namesOf } from './provenance.ts'
import {
  type Actor,
  type Amendment,
  type Decision,
  type GivingWay,
  type Record,
  type Revision,
  wordingInForce,
} from './record.ts'
import { standing } from './standing.ts'
import { isInForce } from './subamendment.ts'
import { FIRST_PEN } from './text.ts'

/**
 * Rule A5: the account of every proposed word. Each word of each revision of each amendment, whether it was to come
 * in or to go out, is in exactly one place, with who put it there and when.
 */
export interface Account {
  /** By amendment in order of tabling, revision, and place in the wording. */
  readonly entries: readonly AccountEntry[]
  /** Words that came into the text, or left it, without an amendment's name. Empty, or something is wrong. */
  readonly nameless: readonly Nameless[]
}

export interface AccountEntry {
  readonly amendment: AmendmentId
  readonly revision: number
  readonly clause: BlockId
  /** What was proposed for the words. */
  readonly would: 'come in' | 'go out' | 'move'
  /** Empty where the clause is to move: it takes its words along. */
  readonly words: string
  /** Where it is to move: the clause that it would stand after; null: first of all. */
  readonly after: BlockId | null
  readonly place: Place
  /** Who put them there. */
  readonly by: Actor
  readonly at: Instant
  /** Through which other amendment, where it is another's doing. */
  readonly through: AmendmentId | null
  /** Of superseded words: what the sponsors had said. */
  readonly consent: GivingWay | null
}

export type Place =
  /** Accepted, and they stand; of a clause that was to move: it stands there by this amendment. */
  | 'in the text'
  /** Accepted, and taken out again by another amendment; of a clause: moved again. */
  | 'taken out again'
  /** Of an accepted amendment, but they had lost their place by then, and did not come in. */
  | 'fell away'
  /** Accepted: these words of the text are gone, as proposed. */
  | 'taken out'
  | 'pending'
  /** Still pending, but the words that they depend on are gone. */
  | 'overtaken'
  /** Still pending; another that says the same was accepted. */
  | 'carried'
  /** Of an earlier revision, which a later one replaced. */
  | 'revised'
  | 'withdrawn'
  | 'rejected'
  | 'superseded with consent'
  | 'superseded without consent'
  | 'fallen'

export interface Nameless {
  readonly clause: BlockId
  readonly words: string
  readonly how: 'came in' | 'went out' | 'moved'
}

/** `text` must keep its deleted words. */
export const accountOf = (record: Pick<Record, 'amendments'>, text: Y.Doc): Account =>
  accountAt({ record, blocks: walkBlocks(text), sight: Sight.of(text) })

/** The same of any moment: a text as it stood, with the words that had been taken out of it by then. */
export function accountAt(moment: Omit<Sights, 'names'>): Account {
  const { record } = moment
  const sights: Sights = { ...moment, names: namesOf(record) }
  const entries = Object.values(record.amendments)
    .sort((a, b) => (a.revisions[0].at < b.revisions[0].at ? -1 : 1))
    .flatMap((amendment) => amendment.revisions.flatMap((revision) => entriesOf(amendment, revision, sights)))
  return { entries, nameless: namelessIn(sights) }
}

interface Sights {
  readonly record: Pick<Record, 'amendments'>
  readonly blocks: readonly BlockItem[]
  readonly sight: Sight
  readonly names: Names
}

/** Where words are; without `by` and `at`, it is their own tabling that put them there. */
type Whereabouts = Pick<AccountEntry, 'place'> & Partial<AccountEntry>

function entriesOf(amendment: Amendment, revision: Revision, sights: Sights): AccountEntry[] {
  const entry = (clause: BlockId, would: AccountEntry['would'], words: string, where: Whereabouts) => ({
    ...{ amendment: amendment.id, revision: revision.revision, clause, would, words, after: null },
    ...{ by: revision.by, at: revision.at, through: null, consent: null },
    ...where,
  })
  const { hunks, added } = revision.edits
  const moving = (clause: BlockId, after: BlockId | null, where: Whereabouts) => ({
    ...entry(clause, 'move', '', where),
    after,
  })
  const moved = movesOfText(revision.edits)
  if (!isInText(amendment, revision, sights)) {
    const where = whereabouts(amendment, revision, sights)
    return [
      ...pieces(hunks, added).map(([clause, would, words]) => entry(clause, would, words, where)),
      ...moved.map(({ clause, after }) => moving(clause, after, where)),
    ]
  }
  const out = hunks
    .filter(({ was }) => was !== '')
    .map((hunk) => entry(hunk.clause, 'go out', hunk.was, takenOut(amendment, hunk, sights)))
  return [
    ...out,
    ...broughtBy(amendment, revision, sights).map(([clause, words, where]) =>
      entry(clause, 'come in', words, where),
    ),
    ...moved.map((move) => moving(move.clause, move.after, movedThere(amendment, move, sights))),
  ]
}

/** Whether the clause stands where an accepted amendment moved it, or who has moved it since. */
function movedThere(amendment: Amendment, { clause, come = [] }: Moved, sights: Sights): Whereabouts {
  const { moves } = sights.sight.layout
  if (!moves.some(({ key }) => come.includes(key)))
    return { place: 'fell away', ...endOf(amendment, sights.record) }
  const inForce = moveInForce(sights.sight.layout, clause) ?? ''
  if (come.includes(inForce)) return { place: 'in the text', ...endOf(amendment, sights.record) }
  const mover = sights.names.broughtBy(penOf(inForce))
  return { place: 'taken out again', ...(mover ? throughAnother(mover, sights.record) : {}) }
}

/** Where it came too late, the words had been taken out by another. */
function takenOut(amendment: Amendment, { gone }: Hunk, { record, names }: Sights): Whereabouts {
  const takers = gone.map((range) => names.deletedBy(range))
  // What amended it came with it.
  const isOther = (id: AmendmentId | null): id is AmendmentId =>
    id !== null && id !== amendment.id && record.amendments[id]?.amends?.amendment !== amendment.id
  const other = takers.find(isOther)
  const isLate = takers.length > 0 && takers.every(isOther)
  return isLate && other
    ? { place: 'overtaken', ...throughAnother(other, record) }
    : { place: 'taken out', ...endOf(amendment, record) }
}

function pieces(hunks: readonly Hunk[], added: readonly Added[]): [BlockId, 'come in' | 'go out', string][] {
  const all = [
    ...hunks.flatMap(({ clause, was, insert }): [BlockId, 'come in' | 'go out', string][] => [
      [clause, 'go out', was],
      [clause, 'come in', insert],
    ]),
    ...added.map(({ id, text }): [BlockId, 'come in' | 'go out', string] => [id, 'come in', text]),
  ]
  return all.filter(([, , words]) => words !== '')
}

/** A sub-amendment comes into the text with what it amends. */
function isInText(amendment: Amendment, revision: Revision, { record }: Sights): boolean {
  if (amendment.state !== 'accepted' || revision !== wordingInForce(amendment)) return false
  const parent = parentIn(amendment, record)
  return parent === null || parent.state === 'accepted'
}

const parentIn = ({ amends }: Amendment, { amendments }: Sights['record']): Amendment | null =>
  amends ? (amendments[amends.amendment] ?? null) : null

/** Where the words of a revision are that are not in the text, or never were. */
function whereabouts(amendment: Amendment, revision: Revision, sights: Sights): Whereabouts {
  const next = amendment.revisions[revision.revision]
  if (next) {
    const through = next.restated ? (amendment.amends?.amendment ?? null) : null
    return { place: 'revised', by: next.by, at: next.at, through }
  }
  const ending = endOf(amendment, sights.record)
  const through = amendment.gaveWay?.to ?? amendment.amends?.amendment ?? null
  const parent = parentIn(amendment, sights.record)
  switch (amendment.state) {
    case 'withdrawn':
    case 'rejected':
      return { place: amendment.state, ...ending }
    case 'fallen':
      return { place: 'fallen', ...ending, through }
    case 'superseded': {
      const consent = amendment.gaveWay ?? null
      const isAgreed = consent !== null && consent.declined.length + consent.unanswered.length === 0
      return {
        place: isAgreed ? 'superseded with consent' : 'superseded without consent',
        ...{ ...ending, through, consent },
      }
    }
    case 'accepted':
      // Its words are in those of what it amends, and share their fate.
      return parent
        ? { ...ending, ...whereabouts(parent, wordingInForce(parent), sights), through: parent.id }
        : waiting(revision, sights)
    case 'pending':
      if (parent?.state !== 'pending' || !amendment.amends) return waiting(revision, sights)
      return isInForce(parent, amendment.amends)
        ? { place: 'pending', through: parent.id }
        : { place: 'overtaken', through: parent.id }
  }
}

function waiting(revision: Revision, { record, sight, names }: Sights): Whereabouts {
  const { edits } = revision
  const carrier = carriedBy(revision, record.amendments)
  if (carrier) return { place: 'carried', ...throughAnother(carrier, record) }
  if (standing(edits, sight) !== 'overtaken') return { place: 'pending' }
  const gone = edits.hunks.flatMap((hunk) => [...hunk.gone, ...besides(hunk)])
  const movers = movesOfText(edits).map(({ clause }) => moveInForce(sight.layout, clause))
  const taker = [
    ...gone.map((range) => names.deletedBy(range)),
    ...movers.map((key) => key && names.broughtBy(penOf(key))),
  ].find((id) => id !== null)
  return { place: 'overtaken', ...(taker ? throughAnother(taker, record) : {}) }
}

const besides = ({ left, right }: Hunk): Range[] =>
  [left, right].flatMap((id) => (id ? [[id[0], id[1], 1] as const] : []))

/**
 * How an amendment ended; words that came into another one moved the text when that was accepted. Withdrawals of the
 * first release are known by their tabling alone.
 */
function endOf(amendment: Amendment, record: Sights['record']): Partial<AccountEntry> {
  const parent = amendment.state === 'accepted' ? parentIn(amendment, record) : null
  const ends = [amendment, ...(parent?.state === 'accepted' ? [parent] : [])].flatMap(
    (it) => it.decision ?? [],
  )
  const last = ends.reduce<Decision | null>(
    (latest, it) => (latest && latest.act > it.act ? latest : it),
    null,
  )
  return last ? { by: last.by, at: last.at } : {}
}

function throughAnother(id: AmendmentId, record: Sights['record']): Partial<AccountEntry> {
  const other = record.amendments[id]
  return { through: id, ...(other ? endOf(other, record) : {}) }
}

/**
 * The words that an accepted amendment brought, cut where some were taken out again. They are found by their
 * characters; an amendment of the first release doesn't name them, and they are found by its pen.
 */
function broughtBy(
  amendment: Amendment,
  revision: Revision,
  sights: Sights,
): [BlockId, string, Whereabouts][] {
  const { hunks, added } = revision.edits
  const pieces = [
    ...hunks.map(({ clause, insert, come }) => ({ clause, words: insert, come })),
    // The first of a block's characters is the block itself.
    ...added.map(({ id, text, come }) => ({ clause: id, words: text, come: come?.slice(1) })),
  ].filter(({ words }) => words !== '')
  const isNamed = pieces.every(({ words, come }) => lengthOf(come ?? []) === words.length)
  if (!isNamed) return broughtByPen(amendment, revision, sights)
  return pieces.flatMap(({ clause, words, come = [] }) => {
    let at = 0
    return come.flatMap(([client, clock, length]) => {
      const run = { client, clock, text: words.slice(at, at + length) }
      at += length
      return standingOf(amendment, run, sights).map(([part, where]): [BlockId, string, Whereabouts] => [
        clause,
        part,
        where,
      ])
    })
  })
}

const lengthOf = (ranges: readonly Range[]): number => ranges.reduce((sum, [, , length]) => sum + length, 0)

/** No other character has its pen, and those of one clause stand in the order in which they were written. */
const broughtByPen = (
  amendment: Amendment,
  { pen }: Revision,
  sights: Sights,
): [BlockId, string, Whereabouts][] =>
  sights.blocks.flatMap(({ id, runs }) =>
    runs
      .filter(({ client }) => client === pen)
      .flatMap((run) =>
        standingOf(amendment, run, sights).map(([part, where]): [BlockId, string, Whereabouts] => [
          id,
          part,
          where,
        ]),
      ),
  )

/** Characters written one after the other, cut by whether they stand, and by who took them out. */
function standingOf(
  amendment: Amendment,
  { client, clock, text }: Pick<Run, 'client' | 'clock' | 'text'>,
  { record, sight, names }: Sights,
): [string, Whereabouts][] {
  return sight.pieces([client, clock, text.length]).flatMap(({ offset, length, presence }) => {
    const part = text.slice(offset, offset + length)
    if (presence === 'stands') return [[part, { place: 'in the text', ...endOf(amendment, record) }]]
    return byTaker(part, client, clock + offset, names).map(([taker, words]): [string, Whereabouts] => [
      words,
      afterwards(amendment, taker, record),
    ])
  })
}

/** Of words of an accepted amendment that don't stand: somebody took them out, or they had lost their place before. */
const afterwards = (
  amendment: Amendment,
  taker: AmendmentId | null,
  record: Sights['record'],
): Whereabouts =>
  taker
    ? { place: 'taken out again', ...throughAnother(taker, record) }
    : { place: 'fell away', ...endOf(amendment, record) }

/** Deleted characters side by side, cut by who took them out. */
function byTaker(words: string, client: number, clock: number, names: Names): [AmendmentId | null, string][] {
  const parts: [AmendmentId | null, string][] = []
  for (let index = 0; index < words.length; index++) {
    const taker = names.deletedBy([client, clock + index, 1])
    const last = parts.at(-1)
    if (last && last[0] === taker) last[1] += words.charAt(index)
    else parts.push([taker, words.charAt(index)])
  }
  return parts
}

/** Every character of the text is of the text as laid or of an accepted amendment, and each that is gone had a taker. */
function namelessIn({ record, blocks, names, sight }: Sights): Nameless[] {
  const pens = new Set(
    Object.values(record.amendments)
      .filter(({ state }) => state === 'accepted')
      .map((it) => wordingInForce(it).pen),
  )
  const strays = Sight.from(
    Object.values(record.amendments).flatMap(({ lost }) =>
      lost.flatMap(({ come }) => (come ?? []).map((range): [Range, boolean] => [range, false])),
    ),
  )
  const nameless: Nameless[] = sight.layout.moves
    .filter(({ key }) => !pens.has(penOf(key)))
    .map(({ clause }) => ({ clause, words: '', how: 'moved' }))
  for (const { id: clause, runs } of blocks) {
    for (const { client, clock, text, deleted } of runs) {
      if (client !== FIRST_PEN && !pens.has(client)) nameless.push({ clause, words: text, how: 'came in' })
      if (!deleted) continue
      for (const { offset, length, presence } of strays.pieces([client, clock, text.length])) {
        // What had lost its place came in deleted.
        if (presence !== 'unknown') continue
        const piece = text.slice(offset, offset + length)
        for (const [taker, words] of byTaker(piece, client, clock + offset, names)) {
          if (taker === null) nameless.push({ clause, words, how: 'went out' })
        }
      }
    }
  }
  return nameless
}
