import type { BlockId } from './ids.ts'
import type { Block } from './text.ts'

/** What clauses are called: `3`, `3 bis`. */
export type Labels = Readonly<{ [clause: BlockId]: string }>

/** A clause between 3 and 4 is `3 bis`, then `3 ter`. Numbers that were issued never move. */
const SUFFIXES = [
  ...['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies'],
  ...['undecies', 'duodecies', 'terdecies', 'quaterdecies', 'quindecies', 'sexdecies', 'septdecies'],
]

/** The next that is free; beyond all names, a number. */
function nextAfter(number: string, taken: ReadonlySet<string>): string {
  for (let place = 0; ; place++) {
    const label = `${number} ${SUFFIXES[place] ?? place + 2}`
    if (!taken.has(label)) return label
  }
}

/** Labels for the clauses of a text that is laid before the meeting: 1, 2, 3 … The title has none. */
export function firstLabels(blocks: readonly Block[]): Labels {
  let number = 0
  return Object.fromEntries(blocks.map(({ id, kind }) => [id, kind === 'title' ? '' : String(++number)]))
}

/**
 * Labels for clauses that have none yet, from the clause that they stand after; those given stay. Before the
 * first clause the number is 0.
 */
export function newLabels(order: readonly BlockId[], given: Labels): Labels {
  const taken = new Set(Object.values(given))
  const fresh: { [clause: BlockId]: string } = {}
  let number = '0'
  for (const id of order) {
    const label = given[id]
    if (label !== undefined) number = baseNumber(label) || number
    else {
      const next = nextAfter(number, taken)
      fresh[id] = next
      taken.add(next)
    }
  }
  return fresh
}

const baseNumber = (label: string): string => label.split(' ')[0] ?? ''
