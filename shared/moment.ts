import type * as Y from 'yjs'
import type { Act } from './act.ts'
import { Chronicle } from './chronicle.ts'
import { enact } from './enact.ts'
import { type BlockItem, Sight, walkBlocks } from './items.ts'
import { inReadingOrder, type Move, readMoves } from './moves.ts'
import { part } from './overlay.ts'
import { clean, labelsOf } from './projection.ts'
import type { Record, VersionHead } from './record.ts'
import type { Block } from './text.ts'
import { type Frozen, stateOfBlocks, wordsOfText } from './version.ts'

/** A declaration as it stood right after one of its public acts. */
export interface Moment {
  /** Number of that act. */
  readonly act: number
  /** Without drafts: nobody else's acts tell of them. */
  readonly record: Record
  /** As they were written; every word that had been in the text by then, those taken out marked as deleted. */
  readonly blocks: readonly BlockItem[]
  readonly moves: readonly Move[]
  readonly sight: Sight
}

/**
 * All moments of a negotiation, from its public acts and from the text as it stands, which keeps every word that ever
 * stood in it. No server is asked: whoever has these two can go back to any act.
 */
export class Past {
  readonly chronicle: Chronicle
  private readonly acts: readonly Act[]
  private readonly blocks: readonly BlockItem[]
  private readonly moves: readonly Move[]
  /** After each act, as far as anybody has asked. */
  private readonly records: Record[] = []

  /** `acts`: public, oldest first, from the first on. */
  constructor(acts: readonly Act[], text: Y.Doc) {
    this.acts = acts
    this.chronicle = Chronicle.of(acts)
    this.blocks = walkBlocks(text)
    this.moves = readMoves(text)
  }

  /** After the last public act up to this number; throws where there was none yet. */
  at(act: number): Moment {
    const place = lastUpTo(this.acts, act)
    const sight = this.chronicle.sightAt(act)
    const moves = this.moves.filter(({ key }) => this.chronicle.isMovedAt(key, act))
    const blocks = blocksIn(this.blocks, sight)
    return { act, record: this.recordAfter(place), blocks, moves, sight: Sight.ofBlocks(blocks, moves) }
  }

  private recordAfter(place: number): Record {
    for (let next = this.records.length; next <= place; next++) {
      const act = this.acts[next]
      if (act) this.records.push(enactPublic(this.records[next - 1] ?? null, act))
    }
    const record = this.records[place]
    if (!record) throw new RangeError('nothing was laid before the meeting yet')
    return record
  }
}

/** Acts that are nobody else's business leave gaps in the numbers, and nothing in what everybody sees. */
const enactPublic = (record: Record | null, act: Act): Record =>
  enact(record && { ...record, acts: act.act }, act)

function lastUpTo(acts: readonly Act[], act: number): number {
  let [low, high] = [0, acts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((acts[middle]?.act ?? 0) <= act) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Of a text that may have moved on since: what had come by the moment, marked by whether it stood. */
function blocksIn(blocks: readonly BlockItem[], sight: Sight): BlockItem[] {
  return blocks.flatMap((block) => {
    const presence = sight.presence(block.item)
    if (presence === 'unknown') return []
    const runs = block.runs.flatMap((run) =>
      sight
        .pieces([run.client, run.clock, run.text.length])
        .filter((piece) => piece.presence !== 'unknown')
        .map(({ offset, length, presence }) => ({
          ...part(run, offset, length),
          deleted: presence === 'deleted',
        })),
    )
    return { ...block, deleted: presence === 'deleted', runs }
  })
}

/** The blocks that stood, as they were read. */
export const readMoment = ({ blocks, moves }: Pick<Moment, 'blocks' | 'moves'>): Block[] =>
  inReadingOrder(
    blocks.filter(({ deleted }) => !deleted),
    moves,
  ).map(({ id, kind, runs }) => ({
    id,
    kind,
    text: runs.map((run) => (run.deleted ? '' : run.text)).join(''),
  }))

/** Rule V1: the canonical forms that a version of that moment would have. */
export function freezeMoment(moment: Moment): Frozen {
  const { id, language, punctuation } = moment.record.declaration
  const labels = labelsOf(moment.record)
  const lines = clean(readMoment(moment), labels, punctuation)
  return {
    words: wordsOfText(id, language, lines),
    state: stateOfBlocks(moment.blocks, moment.moves, labels),
  }
}

/** Number of the act with which the version was frozen; null where there is no such version. */
export const issuing = (acts: readonly Act[], version: number): number | null =>
  acts.find((act) => versionIn(act)?.number === version)?.act ?? null

/** The version that an act issued or froze. */
export const versionIn = (act: Act): VersionHead | null =>
  'version' in act && typeof act.version === 'object' ? act.version : null
