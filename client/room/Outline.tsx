import { memo, useMemo } from 'react'
import { applyEdits, type Edits, movesOfText } from '../../shared/edits.ts'
import type { BlockId } from '../../shared/ids.ts'
import { clean, type Line } from '../../shared/projection.ts'
import { useConference } from '../api/conference.tsx'
import { Flag } from '../design/parts/Flag.tsx'
import { LADDER_SIGNS } from '../editor/around.ts'
import { useMessages } from '../i18n.tsx'
import { useAttendance, useFloor, useProposed } from './floor.tsx'
import { Matters } from './follow/Matters.tsx'
import { useNewsSince } from './follow/useFollowing.ts'
import { revised } from './proposals.ts'

export interface OutlineProps {
  /** Of one's own draft. */
  readonly edits: Edits
  /** How many matters wait in the overview. */
  readonly forYou: number
  readonly overview: boolean
  readonly showOverview: () => void
}

/** The clauses, those of one's own draft among them, with what is going on in each; a way to jump. */
export const Outline = memo(function Outline(props: OutlineProps) {
  const { edits, forYou, overview, showOverview } = props
  const { blocks, labels, record, selected, select, goTo } = useFloor()
  const { room, follow } = useMessages()
  const counts = useCounts()
  const { punctuation } = record.declaration
  const lines = useMemo(
    () => clean(applyEdits(blocks, { ...edits, hunks: [] }), labels, punctuation),
    [blocks, edits, labels, punctuation],
  )
  return (
    <nav className="outline" aria-label={room.outline.label}>
      <button type="button" className="outline-for-you" aria-pressed={overview} onClick={showOverview}>
        {follow.title}
        <Matters n={forYou} />
      </button>
      <ol className="outline-list">
        {lines.map((line) => (
          <li key={line.id}>
            <button
              type="button"
              className={line.id in labels ? 'outline-entry' : 'outline-entry is-own'}
              aria-current={selected === line.id && !overview ? 'true' : undefined}
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
  /** Those who are here: their delegation, empty for those who speak for none. */
  readonly people: readonly string[]
}

const NONE: Counts = { proposals: 0, comments: 0, people: [] }

function Entry({ line, counts }: { readonly line: Line; readonly counts: Counts }) {
  const { record, labels } = useFloor()
  const { room, common } = useMessages()
  const { news } = useNewsSince()
  const instead = line.id in labels ? `(${room.outline.struck})` : room.panel.newClause
  const ladder = record.clauses[line.id]?.ladder ?? 'open'
  return (
    <>
      <span className="outline-label">{line.label || '¶'}</span>
      <span className="outline-words">{line.text || instead}</span>
      <span className="outline-signs">
        {ladder === 'open' ? null : <span title={common.ladder[ladder]}>{LADDER_SIGNS[ladder]}</span>}
        <News n={news.get(line.id)?.length ?? 0} />
        <People here={counts.people} />
        <Count n={counts.comments} sign="“" says={room.outline.comments} kind="comments" />
        <Count n={counts.proposals} sign="" says={room.outline.proposals} kind="proposals" />
      </span>
    </>
  )
}

function News({ n }: { readonly n: number }) {
  const { follow } = useMessages()
  if (n === 0) return null
  return (
    <span className="outline-news" title={follow.newsHere(n)}>
      <span className="visually-hidden">{follow.newsHere(n)}</span>
    </span>
  )
}

/** So many flags stand in a line. */
const FLAGS = 2

/** Who is in the clause: by flag, and how many more. */
function People({ here }: { readonly here: readonly string[] }) {
  const { room } = useMessages()
  const { nameOf, flagOf } = useConference()
  if (here.length === 0) return null
  const delegations = [...new Set(here)].filter((code) => code !== '')
  const names = delegations.map(nameOf).join(', ')
  const says = names ? `${room.outline.people(here.length)}: ${names}` : room.outline.people(here.length)
  const rest = here.length - Math.min(FLAGS, delegations.length)
  return (
    <span className="outline-flags" title={says}>
      {delegations.slice(0, FLAGS).map((code) => (
        <Flag key={code} alpha2={flagOf(code)} size="small" />
      ))}
      {rest > 0 ? <span aria-hidden="true">+{rest}</span> : null}
      <span className="visually-hidden">{says}</span>
    </span>
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
    const add = (clause: BlockId, what: 'proposals' | 'comments') => {
      const so = counts.get(clause) ?? NONE
      counts.set(clause, { ...so, [what]: so[what] + 1 })
    }
    for (const { edits } of proposals.filter((it) => revised(it) === null)) {
      const changed = [...edits.hunks, ...movesOfText(edits)].map(({ clause }) => clause)
      for (const clause of new Set(changed)) add(clause, 'proposals')
      for (const { after } of edits.added) if (after) add(after, 'proposals')
    }
    for (const { on, resolved } of Object.values(record.threads)) {
      if ('clause' in on && !resolved) add(on.clause, 'comments')
    }
    for (const { clause, user } of presence) {
      const so = clause ? (counts.get(clause) ?? NONE) : null
      if (clause && so) counts.set(clause, { ...so, people: [...so.people, user.delegation ?? ''] })
    }
    return counts
  }, [proposals, record, presence])
}
