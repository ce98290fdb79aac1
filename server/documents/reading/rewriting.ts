import { diffArrays } from 'diff'
import { bareClause } from '../../../shared/paragraph.ts'
import type { Line } from '../../../shared/projection.ts'
import { type RawEdit, tokens } from '../../../shared/words.ts'
import type { Hand } from './paragraph.ts'
import { type Passage, wordsBefore } from './passage.ts'

/** A change of a clause's words as issued, and whose it is as far as the file knows. */
export interface Change extends RawEdit {
  readonly hands: readonly Hand[]
  /** False: at least some of it was done while nothing was recorded. */
  readonly tracked: boolean
}

/** Words that have a paragraph of their own now. */
export interface Fresh {
  readonly text: string
  readonly hands: readonly Hand[]
  readonly tracked: boolean
}

/** What has become of a clause: its own words, and new clauses before it and after it. */
export interface Rewriting {
  readonly changes: readonly Change[]
  readonly before: readonly Fresh[]
  readonly after: readonly Fresh[]
}

/** One character or more of what the clause was and what it is. */
interface Op {
  readonly kind: 'kept' | 'gone' | 'come'
  readonly text: string
  readonly part: number
  readonly by: Hand | null
}

/**
 * Compares a passage with the clause that was issued: what the word processor recorded is taken as it is, and what
 * differs without a record is found by comparing words. Number and end punctuation are derived: nobody changes them.
 */
export function rewritingOf(passage: Passage, line: Line): Rewriting {
  const ops = opsOf(passage, line)
  const parts = passage.parts.map((_, part) => ops.filter((op) => op.part === part))
  const main = mainOf(parts)
  const others = parts.map((own) => freshOf(own))
  return {
    changes: changesOf(
      ops.map((op) => (op.part === main ? op : elsewhere(op, dividerOf(passage, op.part)))),
    ).filter((change) => !isNothing(change, line)),
    before: others.slice(0, main).flatMap((it) => it ?? []),
    after: others.slice(main + 1).flatMap((it) => it ?? []),
  }
}

/** What is new in a passage that is no clause of the issued text. */
export const freshIn = ({ parts }: Pick<Passage, 'parts'>): Fresh[] =>
  parts.flatMap(({ pieces }) => {
    const ops = pieces
      .filter(({ now }) => now)
      .map(({ text, by }): Op => ({ kind: 'come', text, part: 0, by }))
    return freshOf(ops) ?? []
  })

/** Whether it has another number than the one that follows from where it stands. */
export function isRenumbered({ parts }: Passage, { label, text }: Line): boolean {
  const now = parts
    .map(({ pieces }) => pieces.map((it) => (it.now ? it.text : '')).join(''))
    .find((words) => words.includes(text))
  const number = NUMBER.exec(now?.replaceAll('\u200e', '') ?? '')?.[0].replace(/[.)]\s*$/u, '')
  return label !== '' && now !== undefined && number?.trim() !== label
}

/** The same words again, or a space where the clause begins or ends. */
const isNothing = ({ from, to, insert }: Change, { text }: Line): boolean =>
  text.slice(from, to) === insert ||
  (insert.trim() === '' && from === to && (from === 0 || to === text.length))

/** Words that went with another part of the paragraph are gone from the clause. */
const elsewhere = (op: Op, by: Hand | null): Op =>
  op.kind === 'come' ? { ...op, text: '' } : { ...op, kind: 'gone', by: op.by ?? by }

/** Who made a paragraph of its own of the part. */
const dividerOf = ({ parts }: Passage, part: number): Hand | null =>
  parts[part - 1]?.divided ?? parts[part]?.divided ?? null

/** The first part in which words of the clause still stand; where none do, that in which most of them stood. */
function mainOf(parts: readonly (readonly Op[])[]): number {
  const stands = parts.findIndex((ops) => ops.some(({ kind, text }) => kind === 'kept' && WORD.test(text)))
  if (stands >= 0) return stands
  const stood = parts.map((ops) => lengthOf(ops, 'gone'))
  return stood.indexOf(Math.max(...stood))
}

export const WORD = /[\p{L}\p{N}]/u

function freshOf(ops: readonly Op[]): Fresh | null {
  const standing = ops.filter(({ kind }) => kind !== 'gone')
  const text = bareClause(standing.map((op) => op.text).join(''))
  if (!WORD.test(text)) return null
  return { text, hands: handsOf(standing), tracked: standing.every(({ kind, by }) => kind === 'kept' || by) }
}

function changesOf(ops: readonly Op[]): Change[] {
  const changes: Change[] = []
  let at = 0
  let open: Op[] = []
  const settle = () => {
    const gone = lengthOf(open, 'gone')
    const insert = open.map(({ kind, text }) => (kind === 'come' ? text : '')).join('')
    const about = open.filter(({ text }) => text !== '')
    if (gone > 0 || insert !== '') {
      const tracked = about.every(({ by }) => by !== null)
      changes.push({ from: at - gone, to: at, insert, hands: handsOf(about), tracked })
    }
    open = []
  }
  for (const op of ops) {
    if (op.kind === 'kept') settle()
    else open.push(op)
    if (op.kind !== 'come') at += op.text.length
  }
  settle()
  return changes
}

const lengthOf = (ops: readonly Op[], wanted: Op['kind']): number =>
  ops.reduce((sum, { kind, text }) => sum + (kind === wanted ? text.length : 0), 0)

const handsOf = (ops: readonly Op[]): Hand[] => [
  ...new Map(ops.flatMap(({ by }) => (by ? [[by.author, by] as const] : []))).values(),
]

/** Where in the words of the passage those of the clause stand. */
interface Zone {
  readonly from: number
  readonly to: number
}

function opsOf(passage: Passage, line: Line): Op[] {
  const before = wordsBefore(passage)
  const zone = zoneOf(before, line)
  const places = placesOf(before, zone, line.text)
  const ops: Op[] = []
  let at = 0
  let issued = 0
  const skipTo = (place: number, part: number) => {
    if (place > issued) ops.push({ kind: 'gone', text: line.text.slice(issued, place), part, by: null })
    issued = Math.max(issued, place)
  }
  for (const [part, { pieces }] of passage.parts.entries()) {
    for (const { text, before: stood, now, by } of pieces) {
      if (!stood) {
        const words = around(text, at, zone)
        if (words !== '') ops.push({ kind: 'come', text: words, part, by })
        continue
      }
      for (const sign of text) {
        const place = places[at] ?? FURNITURE
        at += sign.length
        if (place === FURNITURE) continue
        if (place === UNRECORDED) {
          if (now) ops.push({ kind: 'come', text: sign, part, by: null })
          continue
        }
        skipTo(place, part)
        ops.push({ kind: now ? 'kept' : 'gone', text: sign, part, by })
        issued = place + sign.length
      }
    }
  }
  skipTo(line.text.length, passage.parts.length - 1)
  return ops
}

/** Where somebody wrote beside the clause's number or its end punctuation, what is no word is as derived as they are. */
function around(text: string, at: number, { from, to }: Zone): string {
  if (at >= from && at <= to) return text
  if (!WORD.test(text)) return ''
  if (at < from) return LABEL.test(text) ? '' : `${text.trim()} `
  return text.replace(/\s*[;,.؛]\s*$/u, '')
}

/** What may stand in the number of a clause: `3 bis`, `(a)`. */
const LABEL =
  /^[\s.()\u200e]*\d{0,3}[\s.()]*(?:bis|ter|quater|quinquies|sexies|alt|[a-z]\))?[\s\d.()\u200e]*$/iu

function zoneOf(before: string, { text, label, end }: Line): Zone {
  const whole = before.indexOf(text)
  const rest = before.slice(0, whole) + before.slice(whole + text.length)
  if (whole >= 0 && text !== '' && !/\p{L}/u.test(rest)) return { from: whole, to: whole + text.length }
  const from = label === '' ? 0 : (NUMBER.exec(before)?.[0].length ?? 0)
  const words = before.trimEnd()
  const sign = end.trim()
  const ends = sign !== '' && words.endsWith(sign)
  const to = ends ? words.slice(0, -sign.length).trimEnd().length : words.length
  return { from, to: Math.max(from, to) }
}

/** `3 bis.`, whether it is the number that the clause was issued with or another. */
const NUMBER = /^\s*\d{1,3}(?:\s\p{L}{2,20}|\s\d+)?[.)]\s+/u

/** A character of the passage that is none of the clause's words. */
const FURNITURE = -1
/** One that was not issued, and that nobody is recorded to have written. */
const UNRECORDED = -2

/** Which character of the issued words each character of the passage is. */
function placesOf(before: string, { from, to }: Zone, text: string): number[] {
  const places = Array.from({ length: before.length }, () => FURNITURE)
  let [at, issued] = [from, 0]
  const words = before.slice(from, to)
  const parts =
    words === text
      ? [{ value: [text], added: false, removed: false }]
      : diffArrays(tokens(text), tokens(words))
  for (const { value, added, removed } of parts) {
    const { length } = value.join('')
    if (!removed) for (let i = 0; i < length; i++) places[at + i] = added ? UNRECORDED : issued + i
    if (!removed) at += length
    if (!added) issued += length
  }
  return places
}
