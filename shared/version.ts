import type * as Y from 'yjs'
import { z } from 'zod'
import { canonical } from './hash.ts'
import { type BlockItem, type Range, Sight, walkBlocks } from './items.ts'
import { inReadingOrder, type Move, readMoves } from './moves.ts'
import type { Labels } from './numbering.ts'
import { BLOCK_KINDS } from './text.ts'

/** A version is frozen as canonical JSON (RFC 8785), in two forms: the words that are read, and the state. */

/** The words with the id of every character: what a redline between versions is computed from (rule V1). */
export const stateOfText = (doc: Y.Doc, labels: Labels): string =>
  stateOfBlocks(walkBlocks(doc), readMoves(doc), labels)

/** The blocks stand as they are read; what moved them is told where there was such. */
export const stateOfBlocks = (blocks: readonly BlockItem[], moves: readonly Move[], labels: Labels): string =>
  canonical({
    format: 'paraph-state/1',
    blocks: inReadingOrder(
      blocks.filter(({ deleted }) => !deleted),
      moves,
    ).map(({ id, kind, item, runs }) => ({
      id,
      kind,
      label: labels[id] ?? '',
      item,
      runs: mergedRuns(
        runs.filter((run) => !run.deleted).map((it) => [it.client, it.clock, it.text] as const),
      ),
    })),
    ...(moves.length > 0 ? { moves: moves.map(({ key, clause, after }) => [key, clause, after]) } : {}),
  })

type TextRun = readonly [client: number, clock: number, text: string]

/** How Yjs happens to have cut its items says nothing: neighbours of one pen are one run. */
function mergedRuns(runs: readonly TextRun[]): TextRun[] {
  const merged: TextRun[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last && last[0] === run[0] && last[1] + last[2].length === run[1]) {
      merged[merged.length - 1] = [last[0], last[1], last[2] + run[2]]
    } else merged.push(run)
  }
  return merged
}

const State = z.object({
  format: z.literal('paraph-state/1'),
  blocks: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(BLOCK_KINDS),
      label: z.string(),
      item: z.tuple([z.number(), z.number()]),
      runs: z.array(z.tuple([z.number(), z.number(), z.string()])),
    }),
  ),
  moves: z.array(z.tuple([z.string(), z.string(), z.string().nullable()])).default([]),
})
export type State = z.infer<typeof State>

/** Throws on anything that `stateOfText` doesn't write. */
export const parseState = (state: string): State => State.parse(JSON.parse(state))

/** What the version shows, for redlines. */
export function sightOf(state: State): Sight {
  const ranges: [Range, boolean][] = []
  for (const { item, runs } of state.blocks) {
    ranges.push([[item[0], item[1], 1], true])
    for (const [client, clock, text] of runs) ranges.push([[client, clock, text.length], true])
  }
  return Sight.from(ranges, {
    order: state.blocks.map(({ id }) => id),
    moves: state.moves.map(([key, clause, after]) => ({ key, clause, after, turn: 0 })),
    struck: new Set(state.blocks.filter(({ runs }) => runs.length === 0).map(({ id }) => id)),
  })
}

export { type Frozen, isWhole, versionHash, wordsOfText } from './frozen-words.ts'
