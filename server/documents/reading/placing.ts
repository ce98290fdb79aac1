import type { Brought } from '../../../shared/bringing.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { type BlockItem, type Id, idAt, type Range, rangesBetween } from '../../../shared/items.ts'
import type { Moment } from '../../../shared/moment.ts'
import { standingOfHunk } from '../../../shared/standing.ts'
import { type RawEdit, tidy, wholeWords } from '../../../shared/words.ts'
import type { Change } from './rewriting.ts'

type Hunks = Brought['hunks']

/** Changes of one clause as issued, as far as they have a place in its words as they stand now. */
export interface Placed {
  readonly hunks: Hunks
  readonly placed: readonly Change[]
  /** Of which the words are all gone. */
  readonly lost: readonly Change[]
  /** The clause as it stands now, and as it was issued. */
  readonly stands: string
  readonly issued: string
}

/** Held by the ids of their characters, as amendments are: so they find their words again, wherever those stand. */
export function placedIn(
  clause: BlockId,
  changes: readonly Change[],
  { then, now }: { readonly then: Moment; readonly now: Moment },
): Placed {
  const [was, is] = [then, now].map(({ blocks }) => blocks.find((it) => it.id === clause && !it.deleted))
  const row = rowOf(was)
  const edits: RawEdit[] = []
  const placed: Change[] = []
  const lost: Change[] = []
  for (const change of changes) {
    const { from, to, insert } = change
    const [left, right] = [idAt(row, from - 1), idAt(row, to)]
    const hunk = { clause, from, to, was: '', insert, gone: rangesBetween(row, from, to), left, right }
    const isLost = !is || standingOfHunk(hunk, now.sight) === 'overtaken'
    if (isLost) lost.push(change)
    else {
      placed.push(change)
      edits.push(...editsAt(is, hunk, insert))
    }
  }
  const stands = wordsOf(is)
  const whole = wholeWords(
    stands,
    edits.sort((a, b) => a.from - b.from || a.to - b.to),
  )
  const hunks = whole
    .flatMap((edit) => tidy(stands, edit))
    .map((edit) => ({ clause, ...edit, was: stands.slice(edit.from, edit.to) }))
  return { hunks, placed, lost, stands, issued: wordsOf(was) }
}

const standing = (block: BlockItem | undefined) => (block?.runs ?? []).filter(({ deleted }) => !deleted)

const wordsOf = (block: BlockItem | undefined): string =>
  standing(block)
    .map(({ text }) => text)
    .join('')

const rowOf = (block: BlockItem | undefined): Range[] =>
  standing(block).map(({ client, clock, text }) => [client, clock, text.length])

interface Held {
  readonly gone: readonly Range[]
  readonly left: Id | null
  readonly right: Id | null
}

/** What is left to delete goes, and the new words come where the first of it stands. */
function editsAt(block: BlockItem, { gone, left, right }: Held, insert: string): RawEdit[] {
  const row = rowOf(block)
  const stretches: { from: number; to: number }[] = []
  let at = 0
  for (const [client, clock, length] of row) {
    for (const [pen, start, count] of gone) {
      if (pen !== client) continue
      const [from, to] = [Math.max(start, clock), Math.min(start + count, clock + length)]
      if (to > from) stretches.push({ from: at + from - clock, to: at + to - clock })
    }
    at += length
  }
  stretches.sort((a, b) => a.from - b.from)
  const [first, ...rest] = joined(stretches)
  if (first) return [{ ...first, insert }, ...rest.map((it) => ({ ...it, insert: '' }))]
  const place = placeAfter(row, left) ?? placeBefore(row, right) ?? (left ? at : 0)
  return [{ from: place, to: place, insert }]
}

function joined(stretches: readonly { readonly from: number; readonly to: number }[]) {
  const all: { from: number; to: number }[] = []
  for (const { from, to } of stretches) {
    const last = all.at(-1)
    if (last && last.to === from) last.to = to
    else all.push({ from, to })
  }
  return all
}

const placeAfter = (row: readonly Range[], id: Id | null): number | null => {
  const at = id && placeBefore(row, id)
  return at === null ? null : at + 1
}

function placeBefore(row: readonly Range[], id: Id | null): number | null {
  let at = 0
  for (const [client, clock, length] of row) {
    if (id && id[0] === client && id[1] >= clock && id[1] < clock + length) return at + id[1] - clock
    at += length
  }
  return null
}
