import { memo, useMemo } from 'react'
import { applyEdits, type Edits } from '../../shared/edits.ts'
import type { BlockId } from '../../shared/ids.ts'
import { clean, type Line } from '../../shared/projection.ts'
import { LADDER_SIGNS } from '../editor/around.ts'
import { useMessages } from '../i18n.tsx'
import { useAttendance, useFloor, useProposed } from './floor.tsx'
import { revised } from './proposals.ts'

/** The clauses, those of one's own draft among them, with what is going on in each; a way to jump. */
export const Outline = memo(function Outline({ added }: { readonly added: Edits['added'] }) {
  const { blocks, labels, record, selected, select, goTo } = useFloor()
  const { room } = useMessages()
  const counts = useCounts()
  const { punctuation } = record.declaration
  const lines = useMemo(
    () => clean(applyEdits(blocks, { hunks: [], added }), labels, punctuation),
    [blocks, added, labels, punctuation],
  )
  return (
    <nav className="outline" aria-label={room.outline.label}>
      <ol className="outline-list">
        {lines.map((line) => (
          <li key={line.id}>
            <button
              type="button"
              className={line.id in labels ? 'outline-entry' : 'outline-entry is-own'}
              aria-current={selected === line.id ? 'true' : undefined}
              onClick={() => {
                select(line.id)
                goTo(line.id)
              }}
            >
              <Entry line={line} counts={counts.get(line.id) ?? NONE} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
})

interface Counts {
  readonly proposals: number
  readonly comments: number
  readonly people: number
}

const NONE: Counts = { proposals: 0, comments: 0, people: 0 }

function Entry({ line, counts }: { readonly line: Line; readonly counts: Counts }) {
  const { record, labels } = useFloor()
  const { room, common } = useMessages()
  const instead = line.id in labels ? `(${room.outline.struck})` : room.panel.newClause
  const ladder = record.clauses[line.id]?.ladder ?? 'open'
  return (
    <>
      <span className="outline-label">{line.label || '¶'}</span>
      <span className="outline-words">{line.text || instead}</span>
      <span className="outline-signs">
        {ladder === 'open' ? null : <span title={common.ladder[ladder]}>{LADDER_SIGNS[ladder]}</span>}
        <Count n={counts.people} sign="◦" says={room.outline.people} kind="people" />
        <Count n={counts.comments} sign="“" says={room.outline.comments} kind="comments" />
        <Count n={counts.proposals} sign="" says={room.outline.proposals} kind="proposals" />
      </span>
    </>
  )
}

function Count(props: {
  readonly n: number
  readonly sign: string
  readonly says: (n: number) => string
  readonly kind: string
}) {
  const { n, sign, says, kind } = props
  if (n === 0) return null
  return (
    <span className={`outline-count outline-${kind}`} title={says(n)}>
      <span aria-hidden="true">
        {sign}
        {n}
      </span>
      <span className="visually-hidden">{says(n)}</span>
    </span>
  )
}

function useCounts(): ReadonlyMap<BlockId, Counts> {
  const { record } = useFloor()
  const { proposals } = useProposed()
  const { presence } = useAttendance()
  return useMemo(() => {
    const counts = new Map<BlockId, Counts>()
    const add = (clause: BlockId, what: keyof Counts) => {
      const so = counts.get(clause) ?? NONE
      counts.set(clause, { ...so, [what]: so[what] + 1 })
    }
    for (const { edits } of proposals.filter((it) => revised(it) === null)) {
      for (const clause of new Set(edits.hunks.map((hunk) => hunk.clause))) add(clause, 'proposals')
      for (const { after } of edits.added) if (after) add(after, 'proposals')
    }
    for (const { on, resolved } of Object.values(record.threads)) {
      if ('clause' in on && !resolved) add(on.clause, 'comments')
    }
    for (const { clause } of presence) if (clause) add(clause, 'people')
    return counts
  }, [proposals, record, presence])
}
