import type { Nameless, Sights } from './account-entry.ts'
import { type Amendment, wordingInForce } from './amendment.ts'
import { byTaker } from './brought.ts'
import type { Edits } from './edits.ts'
import { type Range, Sight } from './items.ts'
import { penOf } from './moves.ts'
import { FIRST_PEN } from './text.ts'

/** Every character of the text is of the text as laid or of an accepted amendment, and each that is gone had a taker. */
export function namelessIn({ record, blocks, names, sight }: Sights): Nameless[] {
  const pens = new Set(
    Object.values(record.amendments)
      .filter(({ state }) => state === 'accepted')
      .map((it) => wordingInForce(it).pen),
  )
  const strays = Sight.from(
    Object.values(record.amendments).flatMap((amendment) => straysOf(amendment).map((it) => [it, false])),
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

/** Characters that came into the text deleted: of what had lost its place, then or when the amendment last grew. */
function straysOf({ state, lost, revisions }: Amendment): Range[] {
  const [last, ...earlier] = [...revisions].reverse()
  const strays = lost.flatMap(({ come }) => come ?? [])
  if (!last || state !== 'accepted') return strays
  const known = [...comeIn(last.edits), ...strays]
  for (const { pen, edits } of earlier) {
    // One that its sponsor replaced never came near the text.
    if (pen === last.pen) known.push(...comeIn(edits).flatMap((range) => unnamed(range, known)))
  }
  return known.slice(comeIn(last.edits).length)
}

const comeIn = ({ hunks }: Edits): Range[] => hunks.flatMap(({ come }) => come ?? [])

const unnamed = (range: Range, known: readonly Range[]): Range[] =>
  Sight.from(known.map((it) => [it, true]))
    .pieces(range)
    .filter(({ presence }) => presence === 'unknown')
    .map(({ offset, length }) => [range[0], range[1] + offset, length])
