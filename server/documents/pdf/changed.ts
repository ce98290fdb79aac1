import type { DocumentQuery } from '../../../shared/document.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { labelsOf } from '../../../shared/projection.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { Dossier } from '../dossier.ts'
import { dayIn, labelsIn } from '../head.ts'
import type { Content, Maker } from '../made.ts'
import { amendedBlocks, type ChangedBlock, type ChangedSpan, comparedBlocks, earlierOf } from '../views.ts'
import { labelled } from './labels.ts'
import { type Marked, opened, type Shown } from './pieces.ts'
import { sheetOf } from './sheet.ts'
import { PDF } from './text.ts'
import { typeset } from './typeset.ts'

/** The text as amendments would leave it, with all that they change. */
export const amendedAsPdf: Maker = (dossier, query) => asPdf(dossier, query, shownAmended(dossier, query))

export function shownAmended(dossier: Dossier, query: DocumentQuery): Marked | Refusal {
  const blocks = amendedBlocks(dossier, query.with)
  if (isRefusal(blocks)) return blocks
  const { room } = labelsIn(query.language)
  return shownChanged(dossier, query, blocks, room.paper.amendedBy(query.with.map(spoken).join(', ')))
}

/** What came and went between two versions, with the amendment behind each word. */
export const comparisonAsPdf: Maker = (dossier, query) =>
  asPdf(dossier, query, shownComparison(dossier, query))

export function shownComparison(dossier: Dossier, query: DocumentQuery): Marked | Refusal {
  const blocks = comparedBlocks(dossier, query.from)
  if (isRefusal(blocks)) return blocks
  const { acts, record, version } = dossier
  const from = record.versions[earlierOf(dossier, query)]?.symbol ?? ''
  const { views } = labelsIn(query.language).word
  const note = version
    ? views.comparison(from, version.symbol)
    : views.comparisonToNow(from, dayIn(query.language, acts.at(-1)?.at ?? ''))
  return shownChanged(dossier, query, blocks, note)
}

const asPdf = async (
  dossier: Dossier,
  query: DocumentQuery,
  shown: Marked | Refusal,
): Promise<Content | Refusal> =>
  isRefusal(shown)
    ? shown
    : { bytes: await typeset('marked', sheetOf(dossier, query), { ...shown }), type: PDF }

function shownChanged(
  dossier: Dossier,
  query: DocumentQuery,
  blocks: readonly ChangedBlock[],
  note: string,
): Marked {
  const { language } = dossier.record.declaration
  const shown = blocks.map((block) => ({ ...block, pieces: piecesOf(dossier, query, block) }))
  const labels = labelsOf(dossier.record)
  return {
    notes: [note, labelsIn(query.language).sheet.changes],
    pieces: shown.find(({ kind }) => kind === 'title')?.pieces ?? [],
    clauses: shown
      .filter(({ kind, pieces }) => kind === 'clause' && pieces.length > 0)
      .map(({ id, label, pieces }) => ({ label: labelled(label || (labels[id] ?? ''), language), pieces })),
  }
}

function piecesOf(
  dossier: Dossier,
  query: DocumentQuery,
  { kind, spans, moved, end }: ChangedBlock,
): Shown[] {
  const { language } = dossier.record.declaration
  const pieces = spans.flatMap((span, at): Shown[] => [
    ...(at === 0 && kind === 'clause' && span.op === 'kept'
      ? opened(span.text, language)
      : [{ text: span.text, look: LOOKS[span.op] }]),
    ...named(span, spans[at + 1]),
  ])
  const all: Shown[] = [...movedPieces(dossier, query, moved), ...pieces, { text: end, look: 'plain' }]
  return all.filter(({ text }) => text !== '')
}

const LOOKS = { kept: 'plain', inserted: 'proposed', deleted: 'deleted' } as const

/** After the last of the words that an amendment changes in one place. */
function named({ op, amendment }: ChangedSpan, next: ChangedSpan | undefined): Shown[] {
  if (op === 'kept' || amendment === null) return []
  if (next && next.op !== 'kept' && next.amendment === amendment) return []
  return [{ text: ` [${spoken(amendment)}]`, look: 'name' }]
}

function movedPieces(dossier: Dossier, query: DocumentQuery, moved: ChangedBlock['moved']): Shown[] {
  if (!moved) return []
  const { moving, common } = labelsIn(query.language)
  const nameOf = (clause: BlockId) => {
    const label = dossier.record.clauses[clause]?.label
    return label ? common.clause(label) : common.title
  }
  const where = moved.from === null ? moving.stoodFirst : moving.stoodAfter(nameOf(moved.from))
  const says = moved.amendment ? moving.hereBy(spoken(moved.amendment), where) : moving.here(where)
  return [{ text: `[${says}] `, look: 'says' }]
}

/** `FRA 1`. */
const spoken = (amendment: string): string => amendment.replace('-', ' ')
