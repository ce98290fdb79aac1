import type { Nameless, Sights } from './account-entry.ts'
import { wordingInForce } from './amendment.ts'
import { byTaker } from './brought.ts'
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
