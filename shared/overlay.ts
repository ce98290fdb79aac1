import * as Y from 'yjs'
import { type BlockItem, type Range, type Run, Sight } from './items.ts'
import type { Words, Writing } from './writing.ts'

/**
 * The blocks as they would be if the writing were applied to the document that they were read from: the same order,
 * character for character, and no document is copied or changed for it. A block in which nothing is written stays the
 * same object.
 */
export function laidOver(blocks: readonly BlockItem[], writing: Writing): readonly BlockItem[] {
  const sheet = [...blocks]
  for (const block of writing.blocks) insertBlock(sheet, block)
  for (const run of writing.runs) writeRun(sheet, run)
  strike(sheet, writing.gone)
  return sheet
}

function insertBlock(sheet: BlockItem[], block: BlockItem): void {
  sheet.splice(placeIn(sheet.map(asPlaced), asPlaced(block)), 0, block)
}

/** A block takes one clock of its pen, as one character does. */
const asPlaced = ({ item: [client, clock], origin, rightOrigin }: BlockItem): Placed => ({
  ...{ client, clock, text: ' ', origin, rightOrigin },
})

function writeRun(sheet: BlockItem[], run: Words): void {
  const index = sheet.findIndex((block) => belongs(run, block))
  const block = sheet[index]
  if (!block) throw new Error(`the words of pen ${run.client} stand in no block`)
  const runs = [...block.runs]
  if (run.origin) cut(runs, run.origin, 1)
  if (run.rightOrigin) cut(runs, run.rightOrigin, 0)
  runs.splice(placeIn(runs, run), 0, run)
  sheet[index] = { ...block, runs }
}

function belongs({ into, origin, rightOrigin }: Words, { words, runs }: BlockItem): boolean {
  const neighbour = origin ?? rightOrigin
  if (neighbour) return runs.some((run) => holds(run, neighbour))
  return into !== null && words !== null && into[0] === words[0] && into[1] === words[1]
}

/** Cuts the run that holds the character in two: before it, or one further. */
function cut(runs: Run[], id: Y.ID, further: 0 | 1): void {
  const index = runs.findIndex((it) => holds(it, id))
  const run = runs[index]
  const at = run ? id.clock - run.clock + further : 0
  if (!run || at === 0 || at === run.text.length) return
  runs.splice(index, 1, part(run, 0, at), part(run, at, run.text.length - at))
}

/** Deletes characters wherever they stand. */
function strike(sheet: BlockItem[], gone: readonly Range[]): void {
  const struck = Sight.from(gone.map((range) => [range, true]))
  for (const [index, block] of sheet.entries()) {
    if (!block.runs.some((run) => gone.some((range) => meets(run, range)))) continue
    sheet[index] = { ...block, runs: block.runs.flatMap((run) => (run.deleted ? run : without(run, struck))) }
  }
}

const without = (run: Run, struck: Sight): Run[] =>
  struck
    .pieces([run.client, run.clock, run.text.length])
    .map(({ offset, length, presence }) => ({ ...part(run, offset, length), deleted: presence === 'stands' }))

/** What is cut off stands after what it is cut off from. */
export function part(run: Run, offset: number, length: number): Run {
  if (offset === 0 && length === run.text.length) return run
  const { client, text } = run
  const clock = run.clock + offset
  const origin = offset === 0 ? run.origin : Y.createID(client, clock - 1)
  return { ...run, clock, text: text.slice(offset, offset + length), origin }
}

type Placed = Omit<Run, 'deleted'>

/**
 * Where something comes to stand among what was put between the same two since: Yjs's own order (`Item.integrate`),
 * on which all agree who ever apply it. The row is cut at both of them.
 */
function placeIn(row: readonly Placed[], { client, origin, rightOrigin }: Placed): number {
  let place = origin ? row.findIndex((it) => holds(it, origin)) + 1 : 0
  const passed = new Set<Placed>()
  const rivals = new Set<Placed>()
  for (let at = place; at < row.length; at++) {
    const other = row[at]
    if (!other || (rightOrigin && holds(other, rightOrigin))) break
    passed.add(other)
    rivals.add(other)
    const { origin: theirs } = other
    if (Y.compareIDs(origin, theirs)) {
      if (other.client < client) {
        place = at + 1
        rivals.clear()
      } else if (Y.compareIDs(rightOrigin, other.rightOrigin)) break
      continue
    }
    const before = theirs && [...passed].find((it) => holds(it, theirs))
    if (!before) break
    if (!rivals.has(before)) {
      place = at + 1
      rivals.clear()
    }
  }
  return place
}

const holds = ({ client, clock, text }: Placed, id: Y.ID): boolean =>
  id.client === client && id.clock >= clock && id.clock < clock + text.length

const meets = ({ client, clock, text }: Run, [pen, from, length]: Range): boolean =>
  client === pen && from < clock + text.length && clock < from + length
