import { z } from 'zod'
import type { PenEntry } from '../archive/contract.ts'

/**
 * Pens in a tenth of the bytes: their numbers mostly follow one another, and many were given for the same draft or
 * to the same person, who are named once.
 */
export const PackedPens = z.strictObject({
  runs: z.array(z.tuple([z.number(), z.number()])),
  drafts: z.array(z.string().nullable()),
  holders: z.array(z.string().nullable()),
  /** For each pen, the place of its draft and of its holder in the lists above. */
  draftOf: z.array(z.number()),
  holderOf: z.array(z.number()),
})
export type PackedPens = z.infer<typeof PackedPens>

export function packPens(pens: readonly PenEntry[]): PackedPens {
  const drafts = new Map<string | null, number>()
  const holders = new Map<string | null, number>()
  return {
    runs: runsOf(pens),
    draftOf: pens.map(({ draft }) => placeIn(drafts, draft)),
    holderOf: pens.map(({ holder }) => placeIn(holders, holder)),
    drafts: [...drafts.keys()],
    holders: [...holders.keys()],
  }
}

export function unpackPens({ runs, drafts, holders, draftOf, holderOf }: PackedPens): PenEntry[] {
  const numbers = runs.flatMap(([first, length]) => Array.from({ length }, (_, step) => first + step))
  return numbers.map((pen, at) => ({
    pen,
    draft: drafts[draftOf[at] ?? -1] ?? null,
    holder: holders[holderOf[at] ?? -1] ?? null,
  }))
}

function runsOf(pens: readonly PenEntry[]): [first: number, length: number][] {
  const runs: [number, number][] = []
  for (const { pen } of pens) {
    const last = runs[runs.length - 1]
    if (last && last[0] + last[1] === pen) last[1]++
    else runs.push([pen, 1])
  }
  return runs
}

function placeIn(list: Map<string | null, number>, name: string | null): number {
  const place = list.get(name) ?? list.size
  list.set(name, place)
  return place
}
