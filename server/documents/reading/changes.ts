import type { BlockId } from '../../../shared/ids.ts'
import type { Line } from '../../../shared/projection.ts'
import { tidy } from '../../../shared/words.ts'
import { STYLES } from '../docx/styles.ts'
import { alignedWith, LONG, likeness } from './alignment.ts'
import type { Hand } from './paragraph.ts'
import { type Passage, wordsBefore } from './passage.ts'
import {
  type Change,
  type Fresh,
  freshIn,
  isRenumbered,
  type Rewriting,
  rewritingOf,
  WORD,
} from './rewriting.ts'

/** What a file changes in the text that was issued. */
export interface Changes {
  /** In the words of clauses; a struck clause has one change, which takes all of them out. */
  readonly words: ReadonlyMap<BlockId, readonly Change[]>
  readonly added: readonly NewClause[]
  /** The clauses as they follow each other now, new ones by their names. */
  readonly order: readonly BlockId[]
  /** Clauses that were taken out in one place and put in another, with whether that was recorded. */
  readonly moved: ReadonlyMap<BlockId, Fresh>
  readonly onProposals: readonly {
    readonly clause: BlockId | null
    readonly was: string
    readonly insert: string
  }[]
  /** New words in what stands around the clauses. */
  readonly beside: readonly string[]
  /** How many clauses have another number in the file. */
  readonly renumbered: number
  /** Which passage is which clause. */
  readonly passages: ReadonlyMap<BlockId, Passage>
}

export interface NewClause extends Fresh {
  /** Among the new ones of this file. */
  readonly id: BlockId
}

export function changesIn(lines: readonly Line[], passages: readonly Passage[]): Changes {
  const blocks = alignedWith(lines, passages)
  const byId = new Map(lines.map((line) => [line.id, line]))
  const words = new Map<BlockId, readonly Change[]>()
  const rows: Row[] = passages.map((passage, index) => {
    const line = byId.get(blocks[index] ?? '')
    return line ? { line, passage, ...rewritingOf(passage, line) } : { line: null, passage }
  })
  joinParagraphs(rows)
  const found = new Set(blocks)
  for (const line of lines) if (!found.has(line.id) && line.text.length >= LONG) bareWithin(rows, line)
  for (const row of rows) if (row.line) words.set(row.line.id, row.changes)
  for (const { id, text } of lines)
    if (!found.has(id) && text !== '')
      words.set(id, [{ from: 0, to: text.length, insert: '', hands: [], tracked: false }])
  const { order, added, beside } = ordered(rows)
  const moves = movedAmong(lines, words, added)
  for (const [id, { changes }] of moves) words.set(id, changes)
  const gone = new Set([...moves.values()].map(({ fresh }) => fresh.id))
  return {
    words: new Map([...words].filter(([, changes]) => changes.length > 0)),
    added: added.filter(({ id }) => !gone.has(id)),
    ...{ order: withMoved(order, moves), beside },
    renumbered: rows.filter(({ line, passage }) => line && isRenumbered(passage, line)).length,
    moved: new Map([...moves].map(([id, { fresh }]) => [id, fresh])),
    onProposals: rows.flatMap(({ line, passage }) =>
      passage.parts.flatMap(({ onProposals }) =>
        onProposals.map((it) => ({ clause: line?.id ?? null, ...it })),
      ),
    ),
    passages: new Map(rows.flatMap(({ line, passage }) => (line ? [[line.id, passage] as const] : []))),
  }
}

type Row =
  | ({ readonly line: Line; readonly passage: Passage } & Writable<Rewriting>)
  | { readonly line: null; readonly passage: Passage }
type Writable<T> = { -readonly [key in keyof T]: T[key] }

/** Where the end of a paragraph was taken away, its clause goes on with the words of the next, which is struck. */
function joinParagraphs(rows: readonly Row[]): void {
  for (let index = rows.length - 2; index >= 0; index--) {
    const [row, next] = [rows[index], rows[index + 1]]
    const by = row?.passage.joined
    if (!by || !row.line || !next?.line) continue
    const [words, following] = [wordsNow(row.line, row.changes), wordsNow(next.line, next.changes)]
    if (words.trim() === '' || following.trim() === '') continue
    const { length } = row.line.text
    row.changes = appended(row.changes, {
      from: length,
      to: length,
      insert: /^\s|\s$/.test(words.slice(-1) + following.slice(0, 1)) ? following : ` ${following}`,
      hands: [by],
      tracked: true,
    })
    next.changes = [{ from: 0, to: next.line.text.length, insert: '', hands: [by], tracked: true }]
  }
}

/** A clause that follows another's words without a record of it comes without what stands between two clauses. */
function bareWithin(rows: readonly Row[], { text }: Line): void {
  for (const row of rows) {
    if (!row.line) continue
    row.changes = row.changes.map((change) => {
      const at = change.insert.indexOf(text)
      if (at < 0) return change
      const before = change.insert.slice(0, at).replace(BETWEEN, ' ')
      return { ...change, insert: before + change.insert.slice(at) }
    })
  }
}

/** The sign at the end of a clause, and the number of the next. */
const BETWEEN = /\s*[;,.؛]?(?:\s+(?:and|et|y|e))?\s*(?:\d{1,3}(?:\s\p{L}{2,20})?[.)]\s+)?$/u

/** Changes that touch are one. */
function appended(changes: readonly Change[], change: Change): Change[] {
  const last = changes.at(-1)
  if (!last || last.to < change.from) return [...changes, change]
  const joined = { ...last, insert: last.insert + change.insert, hands: [...last.hands, ...change.hands] }
  return [...changes.slice(0, -1), joined]
}

export const wordsNow = ({ text }: Pick<Line, 'text'>, changes: readonly Change[]): string =>
  [...changes]
    .reverse()
    .reduce((words, { from, to, insert }) => words.slice(0, from) + insert + words.slice(to), text)

/** What stands in the file and is no clause is new, unless it is what we put around the clauses. */
function ordered(rows: readonly Row[]) {
  const added: NewClause[] = []
  const beside: string[] = []
  const name = (fresh: Fresh): BlockId => {
    const id = `new-${added.length + 1}`
    added.push({ ...fresh, id })
    return id
  }
  const order = rows.flatMap((row): BlockId[] => {
    if (row.line) return [...row.before.map(name), row.line.id, ...row.after.map(name)]
    const [first, ...divided] = row.passage.parts
    if (!first || !isFurniture(row.passage)) return freshIn(row.passage).map(name)
    const written = first.pieces.map(({ text, before, now }) => (now && !before ? text : '')).join('')
    if (WORD.test(written)) beside.push(written.trim())
    return freshIn({ parts: divided }).map(name)
  })
  return { order, added, beside }
}

/** The name of the view below the title, and the line at the end. */
const isFurniture = (passage: Passage): boolean =>
  passage.style === STYLES.subtitle || (wordsBefore(passage) !== '' && !WORD.test(wordsBefore(passage)))

interface MovedClause {
  readonly fresh: NewClause
  readonly changes: readonly Change[]
}

/** A clause that was struck, and stands elsewhere with the same words or nearly: word processors write a move so. */
function movedAmong(
  lines: readonly Line[],
  words: ReadonlyMap<BlockId, readonly Change[]>,
  added: readonly NewClause[],
): Map<BlockId, MovedClause> {
  const left = new Set(added)
  const moved = new Map<BlockId, MovedClause>()
  for (const line of lines) {
    const changes = words.get(line.id) ?? []
    if (line.kind !== 'clause' || line.text === '' || wordsNow(line, changes).trim() !== '') continue
    const [best] = [...left]
      .map((fresh) => ({ fresh, like: likeness(fresh.text, line.text) }))
      .filter(({ like }) => like > SAME_CLAUSE)
      .sort((a, b) => b.like - a.like)
    if (!best) continue
    const { fresh } = best
    left.delete(fresh)
    const { hands } = fresh
    const tracked = fresh.tracked && changes.every((it) => it.tracked)
    const rewritten = tidy(line.text, { from: 0, to: line.text.length, insert: fresh.text })
    moved.set(line.id, {
      fresh: { ...fresh, tracked },
      changes: fresh.text === line.text ? [] : rewritten.map((edit) => ({ ...edit, hands, tracked })),
    })
  }
  return moved
}

const SAME_CLAUSE = 0.8

/** A moved clause stands where its words stand now. */
function withMoved(order: readonly BlockId[], moves: ReadonlyMap<BlockId, MovedClause>): BlockId[] {
  const names = new Map([...moves].map(([id, { fresh }]) => [fresh.id, id]))
  return order.filter((id) => !moves.has(id)).map((id) => names.get(id) ?? id)
}

/** Of all who had a hand in it, each once. */
export const authorsOf = (hands: readonly Hand[]): string[] =>
  [...new Set(hands.map(({ author }) => author))].filter((author) => author !== '')
