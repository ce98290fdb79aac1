import { compared } from '../../../shared/comparison.ts'
import type { DocumentQuery } from '../../../shared/document.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { issuing, type Moment } from '../../../shared/moment.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/refusal.ts'
import {
  type Hand,
  type Tracked,
  type TrackedBlock,
  type TrackedSpan,
  tracked,
} from '../../../shared/tracked.ts'
import type { Dossier } from '../dossier.ts'
import { amendedBlocks, cleanLines, earlierOf } from '../views.ts'

/** Each view of a dossier as a text with changes in their place; the text itself has none. */
export function viewOf(dossier: Dossier, query: DocumentQuery): Tracked | Refusal {
  switch (query.what) {
    case 'text':
      return unchanged(dossier)
    case 'compilation':
      return compiled(dossier)
    case 'amended':
      return amended(dossier, query)
    case 'comparison':
      return comparison(dossier, query)
    default:
      return refuse('document/no-such-form', { what: query.what, format: query.format })
  }
}

const NO_MOVES = { moved: new Map<BlockId, Hand>(), rivals: [] }

function unchanged(dossier: Dossier): Tracked {
  const lines = cleanLines(dossier)
  const order = lines.map(({ id }) => id)
  const blocks = lines.map(({ id, kind, text }): TrackedBlock => {
    return { id, kind, by: null, spans: text ? [{ text, by: null, gone: [] }] : [] }
  })
  return { before: order, after: order, blocks: byId(blocks), ...NO_MOVES }
}

function compiled(dossier: Dossier): Tracked | Refusal {
  const ground = dossier.ground()
  if (isRefusal(ground)) return ground
  const pending = Object.values(dossier.record.amendments).filter(({ state }) => state === 'pending')
  return tracked(ground, pending)
}

function amended(dossier: Dossier, { with: ids }: DocumentQuery): Tracked | Refusal {
  const blocks = amendedBlocks(dossier, ids)
  if (isRefusal(blocks)) return blocks
  return changed(
    blocks.map(({ spans, ...block }) => ({
      ...block,
      spans: spans.map(({ op, text, amendment }) => ({ op, text, hand: { amendment, act: null } })),
    })),
    dossier.moment,
  )
}

function comparison(dossier: Dossier, query: DocumentQuery): Tracked | Refusal {
  const { acts, moment, past } = dossier
  const act = issuing(acts, earlierOf(dossier, query))
  if (act === null) return refuse('version/unknown')
  const earlier = past.at(act)
  return changed(
    compared(past.chronicle, earlier, moment).map(({ spans, ...block }) => ({
      ...block,
      spans: spans.map(({ op, text, origin }) => ({
        ...{ op, text, hand: { amendment: origin.amendment, act: origin.act } },
      })),
    })),
    earlier,
  )
}

interface Changed extends Pick<TrackedBlock, 'id' | 'kind'> {
  readonly op: string
  readonly moved: { readonly amendment: Hand['amendment'] } | null
  readonly spans: readonly { readonly op: string; readonly text: string; readonly hand: Hand }[]
}

/** In the order of the later of two moments; the earlier tells how they stood. */
function changed(blocks: readonly Changed[], earlier: Pick<Moment, 'sight'>): Tracked {
  const moved = blocks.flatMap(({ id, moved }): [BlockId, Hand][] =>
    moved ? [[id, { amendment: moved.amendment, act: null }]] : [],
  )
  return {
    before: earlier.sight.layout.order,
    after: blocks.filter(({ op }) => op !== 'deleted').map(({ id }) => id),
    blocks: byId(blocks.map(trackedBlock)),
    moved: new Map(moved),
    rivals: [],
  }
}

function trackedBlock({ id, kind, op, spans }: Changed): TrackedBlock {
  const hand = op === 'inserted' ? (spans[0]?.hand ?? null) : null
  return { id, kind, by: hand, spans: spans.map(trackedSpan) }
}

const trackedSpan = ({ op, text, hand }: Changed['spans'][number]): TrackedSpan => ({
  ...{ text, by: op === 'inserted' ? hand : null },
  gone: op === 'deleted' ? [hand] : [],
})

const byId = (blocks: readonly TrackedBlock[]): Map<BlockId, TrackedBlock> =>
  new Map(blocks.map((block) => [block.id, block]))
