import type { Amendment } from '../../shared/amendment.ts'
import { compared } from '../../shared/comparison.ts'
import { type CompiledLine, compilation } from '../../shared/compilation.ts'
import type { DocumentQuery } from '../../shared/document.ts'
import { asAmendedBy } from '../../shared/effect.ts'
import type { AmendmentId, BlockId } from '../../shared/ids.ts'
import { issuing, readMoment } from '../../shared/moment.ts'
import { clean, type Line, labelsOf } from '../../shared/projection.ts'
import { proposalsIn } from '../../shared/proposed.ts'
import { namesWith, type RedlineMove, redlineOf } from '../../shared/provenance.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { parentOf } from '../../shared/subamendment.ts'
import type { BlockKind } from '../../shared/text.ts'
import type { Dossier } from './dossier.ts'

/** The text of a dossier as documents show it, whatever they are written in. */

/** A block with what came and went in it. */
export interface ChangedBlock {
  readonly id: BlockId
  readonly kind: BlockKind
  readonly label: string
  /** What stands after the words that are left; empty where none are. */
  readonly end: string
  readonly op: 'kept' | 'inserted' | 'deleted' | 'struck' | 'returned'
  readonly spans: readonly ChangedSpan[]
  readonly moved: RedlineMove | null
}

export interface ChangedSpan {
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly text: string
  /** The amendment that brought the words or took them out; null for the text as laid. */
  readonly amendment: AmendmentId | null
}

/** What stands, without what proposals would make of it. */
export const cleanLines = ({ moment, record }: Dossier): Line[] =>
  clean(readMoment(moment), labelsOf(record), record.declaration.punctuation)

/** Every pending proposal in its place. */
export function compiledLines(dossier: Dossier): CompiledLine[] | Refusal {
  const effects = dossier.effects()
  if (isRefusal(effects)) return effects
  const { moment, record } = dossier
  const proposals = proposalsIn(record, ({ id }) => effects[id]?.edits ?? { hunks: [], added: [] })
  return compilation(readMoment(moment), labelsOf(record), record.declaration.punctuation, proposals)
}

/** As these amendments would leave it, accepted one after the other, with all that they change (rule A3). */
export function amendedBlocks(dossier: Dossier, ids: readonly AmendmentId[]): ChangedBlock[] | Refusal {
  const { moment, record } = dossier
  const unknown = ids.find((id) => record.amendments[id]?.state !== 'pending')
  if (unknown) return refuse('amendment/not-pending', { amendment: unknown })
  const ground = dossier.ground()
  if (isRefusal(ground)) return ground
  const read = withParents(dossier, ids)
  const sheet = asAmendedBy(ground, read)
  const names = namesWith(
    record,
    read.map(({ id }) => id),
  )
  const lines = clean(readMoment(sheet), labelsOf(record), record.declaration.punctuation)
  const line = new Map(lines.map((it) => [it.id, it]))
  return redlineOf(sheet, moment.sight, sheet.sight, names).map((block) => ({
    ...block,
    label: line.get(block.id)?.label ?? '',
    end: line.get(block.id)?.end ?? '',
  }))
}

/** Each once, in the order in which they are named; a sub-amendment reads only with what it amends. */
function withParents({ record }: Dossier, ids: readonly AmendmentId[]): Amendment[] {
  const all = ids.flatMap((id) => {
    const amendment = record.amendments[id]
    const parent = amendment && parentOf(record, amendment)
    return [...(parent ? [parent] : []), ...(amendment ? [amendment] : [])]
  })
  return [...new Set(all)]
}

/** The earlier version of a comparison: the last but the one that is shown, where none is named. */
export const earlierOf = ({ version, record }: Dossier, { from }: Pick<DocumentQuery, 'from'>): number =>
  from ?? Math.max(0, (version?.number ?? record.versions.length) - 1)

/** What came and went since an earlier version: since the last but the one that is shown, where none is named. */
export function comparedBlocks(dossier: Dossier, from: number | null): ChangedBlock[] | Refusal {
  const { acts, moment, past, record } = dossier
  const act = issuing(acts, from ?? earlierThan(dossier))
  if (act === null) return refuse('version/unknown')
  const lines = new Map(cleanLines(dossier).map((it) => [it.id, it]))
  const labels = labelsOf(record)
  return compared(past.chronicle, past.at(act), moment).map(({ spans, ...block }) => ({
    ...block,
    label: labels[block.id] ?? '',
    end: lines.get(block.id)?.end ?? '',
    spans: spans.map(({ op, text, origin }) => ({ op, text, amendment: origin.amendment })),
  }))
}

/** The version before the one that is shown; the last, where the text is shown as it stands. */
export const earlierThan = ({ record, version }: Dossier): number =>
  Math.max(0, (version?.number ?? record.versions.length) - 1)
