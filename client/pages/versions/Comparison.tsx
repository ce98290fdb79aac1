import { useMemo } from 'react'
import type { VersionAnswer } from '../../../shared/api.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { Sight } from '../../../shared/items.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { clean, labelsOf } from '../../../shared/projection.ts'
import { namesOf, type RedlineBlock, redline } from '../../../shared/provenance.ts'
import type { Punctuation } from '../../../shared/record.ts'
import { parseState, sightOf } from '../../../shared/version.ts'
import { getVersion } from '../../api/api.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Document, DocumentBlock } from '../../design/parts/Document.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Redline } from '../../design/parts/Redline.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import type { RoomState } from '../../sync/useRoom.ts'
import { Legend } from './Legend.tsx'
import { NamedWords } from './NamedWords.tsx'
import type { Point } from './useComparison.ts'

export interface ComparisonProps {
  readonly room: RoomState
  readonly view: RoomView
  readonly from: Point
  readonly to: Point
}

/** The exact difference of two states, computed here from the ids of the characters, with the name behind each. */
export function Comparison({ room, view, from, to }: ComparisonProps) {
  const { versions } = useMessages()
  const { declaration } = view.record
  const first = useVersion(declaration.id, from)
  const second = useVersion(declaration.id, to)
  const labels = useMemo(() => labelsOf(view.record), [view])
  const blocks = useRedline(room, view, first.answer, second.answer, from, to)

  const failed = [first, second].find(({ asked }) => asked.is === 'failed')
  if (failed?.asked.is === 'failed') return <Problem failure={failed.asked.failure} onRetry={failed.reload} />
  if (!blocks) return <Spinner />
  const changes = blocks.flatMap(({ spans }) => spans)
  const ends = endsAfter(blocks, declaration.punctuation)
  const inserted = changes.filter(({ op }) => op === 'inserted').length
  const deleted = changes.filter(({ op }) => op === 'deleted').length
  return (
    <>
      <Legend
        summary={inserted + deleted === 0 ? versions.same : versions.changes(inserted, deleted)}
        blocks={blocks}
      />
      <Document language={declaration.language}>
        {blocks.map(({ id, kind, op, spans }) => (
          <DocumentBlock key={id} kind={kind} label={labels[id] ?? ''} end={ends.get(id) ?? ''}>
            {op === 'kept' ? null : (
              <>
                <Badge tone={op === 'inserted' ? 'good' : 'bad'}>
                  {op === 'inserted' ? versions.clauseInserted : versions.clauseDeleted}
                </Badge>{' '}
              </>
            )}
            <Redline
              pieces={spans}
              {...(kind === 'clause' ? { opening: declaration.language } : {})}
              named={(piece, words) => (
                <NamedWords piece={piece} amendments={view.record.amendments}>
                  {words}
                </NamedWords>
              )}
            />
          </DocumentBlock>
        ))}
      </Document>
    </>
  )
}

/** What stands after each clause in the later of the two states. */
function endsAfter(blocks: readonly RedlineBlock[], punctuation: Punctuation): ReadonlyMap<BlockId, string> {
  const after = blocks
    .filter(({ op }) => op !== 'deleted')
    .map(({ id, kind, spans }) => {
      const standing = spans.filter(({ op }) => op !== 'deleted')
      return { id, kind, text: standing.map(({ text }) => text).join('') }
    })
  return new Map(clean(after, {}, punctuation).map(({ id, end }) => [id, end]))
}

/** A frozen version, asked for once; the text as it stands needs no asking. */
function useVersion(declaration: string, point: Point) {
  const { id: capacity } = useCapacity()
  const { asked, reload } = useAsk(point === 'now' ? null : `${declaration} ${point}`, () =>
    getVersion(declaration, capacity, Number(point)),
  )
  return { asked, reload, answer: asked.is === 'ready' ? asked.value : null }
}

function useRedline(
  { doc, blocks }: RoomState,
  { record }: RoomView,
  first: VersionAnswer | null,
  second: VersionAnswer | null,
  from: Point,
  to: Point,
): readonly RedlineBlock[] | null {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is a mutable document, told by its blocks
  return useMemo(() => {
    const sight = (point: Point, answer: VersionAnswer | null) =>
      point === 'now' ? Sight.of(doc) : answer && sightOf(parseState(answer.state))
    const before = sight(from, first)
    const after = sight(to, second)
    return before && after ? redline(doc, before, after, namesOf(record)) : null
  }, [doc, blocks, record, first, second, from, to])
}
