import type { TextAnswer, TextBlock } from '../../shared/api.ts'
import { compilation, compiledPlain } from '../../shared/compilation.ts'
import type { AmendmentId } from '../../shared/ids.ts'
import { Sight } from '../../shared/items.ts'
import { clean, type Line, labelsOf } from '../../shared/projection.ts'
import { proposalsIn } from '../../shared/proposed.ts'
import { namesOf, namesWith, redline } from '../../shared/provenance.ts'
import type { Record } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { asDecided, type Wording } from '../../shared/remains.ts'
import { parentOf } from '../../shared/subamendment.ts'
import { readText } from '../../shared/text.ts'
import { parseState, versionHash, wordsOfText } from '../../shared/version.ts'
import type { TextQuery } from './contract.ts'
import type { State } from './state.ts'

/** The text in one of its views, as `GET /api/declarations/<id>/text` gives it. */
export function answerText(state: State, record: Record, query: TextQuery): TextAnswer | Refusal {
  if (query.version !== null) return versionText(state, record, query.version)
  if (query.view === 'compilation') return compiledText(state, record)
  // Each once, in the order in which they are named; what is left of a sub-amendment reads only with what it amends.
  const read = new Map<AmendmentId, Wording>()
  for (const id of query.view === 'amended' ? query.with : []) {
    const amendment = record.amendments[id]
    if (!amendment) return refuse('amendment/unknown', { amendment: id })
    if (!state.baseOf(amendment.amends)) continue
    const parent = parentOf(record, amendment)
    for (const it of parent ? [parent, amendment] : [amendment]) read.set(it.id, state.wordingOf(it))
  }
  return amendedText(state, record, { ...query, with: [...read.keys()] }, [...read.values()])
}

/** Clean is as amended by nothing. */
function amendedText(
  state: State,
  record: Record,
  { view, with: ids }: TextQuery,
  wordings: readonly Wording[],
): TextAnswer {
  const { id, language, punctuation } = record.declaration
  const amended = asDecided(state.text, wordings)
  const lines = clean(readText(amended), labelsOf(record), punctuation)
  const byId = new Map(lines.map((line) => [line.id, line]))
  const names = view === 'amended' ? namesWith(record, ids) : namesOf(record)
  const blocks = redline(amended, state.sight(), Sight.of(amended), names).map(
    ({ id, kind, spans, moved }) => {
      const line = byId.get(id)
      const block = { id, kind, label: line?.label ?? '', end: line?.end ?? '', spans, plain: plainOf(line) }
      return moved ? { ...block, moved } : block
    },
  )
  return { ...headOf(record, view), hash: versionHash(wordsOfText(id, language, lines)), blocks }
}

function compiledText(state: State, record: Record): TextAnswer {
  const { declaration } = record
  const lines = compilation(
    readText(state.text),
    labelsOf(record),
    declaration.punctuation,
    proposalsIn(record, (amendment) => state.effectOf(amendment).edits),
  )
  const blocks = lines.map((line): TextBlock => {
    const plain = compiledPlain(line, declaration.language)
    const { id, kind, label, end } = line
    return { id, kind, label, end, plain, spans: [{ op: 'kept', text: plain, amendment: null }] }
  })
  return { ...headOf(record, 'compilation'), hash: null, blocks }
}

function versionText(state: State, record: Record, number: number): TextAnswer | Refusal {
  const version = state.version(number)
  if (isRefusal(version)) return version
  const { head, state: exact } = version
  const { blocks, labels } = blocksOf(exact)
  const lines = clean(blocks, labels, record.declaration.punctuation)
  const answer = { ...headOf(record, 'clean'), symbol: head.symbol, stage: head.stage, version: number }
  return { ...answer, hash: head.hash, blocks: lines.map(asBlock) }
}

function blocksOf(state: string) {
  const { blocks } = parseState(state)
  return {
    blocks: blocks.map(({ id, kind, runs }) => ({ id, kind, text: runs.map(([, , text]) => text).join('') })),
    labels: Object.fromEntries(blocks.map(({ id, label }) => [id, label])),
  }
}

const asBlock = (line: Line): TextBlock => ({
  id: line.id,
  kind: line.kind,
  label: line.label,
  end: line.end,
  plain: plainOf(line),
  spans: [{ op: 'kept', text: line.text, amendment: null }],
})

const plainOf = (line: Line | undefined): string => (line ? line.text + line.end : '')

const headOf = ({ declaration, stage }: Record, view: TextAnswer['view']) => ({
  declaration: declaration.id,
  view,
  symbol: declaration.symbol,
  stage,
  version: null,
})
