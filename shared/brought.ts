import type { Sights, Whereabouts } from './account-entry.ts'
import type { Amendment, Revision } from './amendment.ts'
import type { AmendmentId, BlockId } from './ids.ts'
import type { Range, Run } from './items.ts'
import type { Names } from './provenance.ts'
import { endOf, throughAnother } from './whereabouts.ts'

/**
 * The words that an accepted amendment brought, cut where some were taken out again. They are found by their
 * characters; an amendment of the first release doesn't name them, and they are found by its pen.
 */
export function broughtBy(
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
export function byTaker(
  words: string,
  client: number,
  clock: number,
  names: Names,
): [AmendmentId | null, string][] {
  const parts: [AmendmentId | null, string][] = []
  for (let index = 0; index < words.length; index++) {
    const taker = names.deletedBy([client, clock + index, 1])
    const last = parts.at(-1)
    if (last && last[0] === taker) last[1] += words.charAt(index)
    else parts.push([taker, words.charAt(index)])
  }
  return parts
}
