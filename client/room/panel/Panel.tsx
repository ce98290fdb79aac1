import { memo, type RefObject } from 'react'
import { useConference } from '../../api/conference.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Tabs } from '../../design/parts/Tabs.tsx'
import type { EditorHandle } from '../../editor/Editor.tsx'
import { useMessages } from '../../i18n.tsx'
import { ClauseMenu } from '../clause/ClauseMenu.tsx'
import { CommentsTab } from '../comments/CommentsTab.tsx'
import { useFloor, useProposed } from '../floor.tsx'
import type { Concern } from '../follow/concerns.ts'
import { ForYou } from '../follow/ForYou.tsx'
import { Matters } from '../follow/Matters.tsx'
import { revised, touching } from '../proposals.ts'
import { AllAmendments } from './AllAmendments.tsx'
import { AmendmentsTab } from './AmendmentsTab.tsx'
import { ConfirmClause } from './ConfirmClause.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import './panel.css'

export type TabId = 'amendments' | 'comments' | 'history'

/** What the room has to say about the clause where one stands. */
export interface PanelProps {
  readonly concerns: readonly Concern[]
  /** What concerns the delegation and what is new, instead of a clause. */
  readonly overview: boolean
  readonly showOverview: () => void
  readonly tab: TabId
  readonly setTab: (tab: TabId) => void
  /** Where the clause can be written; null where nothing can. */
  readonly editor: RefObject<EditorHandle | null> | null
}

export const Panel = memo(function Panel(props: PanelProps) {
  const { concerns, overview, showOverview, tab, setTab, editor } = props
  const { selected, nameOf, record, texts } = useFloor()
  const { proposals } = useProposed()
  const { room, follow } = useMessages()
  const { panel } = room
  if (overview) {
    return (
      <aside className="panel" aria-label={follow.title}>
        <ForYou concerns={concerns} />
      </aside>
    )
  }
  if (selected === null) {
    return (
      <aside className="panel" aria-label={panel.label}>
        <AllAmendments />
      </aside>
    )
  }
  if (!texts.has(selected)) {
    return (
      <aside className="panel" aria-label={panel.label}>
        <EmptyState title={panel.newClause}>{panel.newClauseHint}</EmptyState>
        {editor ? <ClauseMenu clause={selected} editor={editor} /> : null}
      </aside>
    )
  }
  const amendments = touching(proposals, selected).filter((it) => revised(it) === null).length
  const comments = Object.values(record.threads).filter(
    ({ on, resolved }) => 'clause' in on && on.clause === selected && !resolved,
  ).length
  return (
    <aside className="panel" aria-labelledby="panel-clause">
      <header className="panel-head">
        <h2 id="panel-clause">{nameOf(selected)}</h2>
        <Status />
        {editor && record.clauses[selected]?.label ? <ClauseMenu clause={selected} editor={editor} /> : null}
        <Button size="small" kind="quiet" onPress={showOverview}>
          {follow.title} <Matters n={concerns.length} />
        </Button>
      </header>
      <Tabs
        label={panel.label}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'amendments' as const,
            name: <Counted name={panel.amendments} n={amendments} />,
            panel: <AmendmentsTab key={selected} clause={selected} />,
          },
          {
            id: 'comments' as const,
            name: <Counted name={panel.comments} n={comments} />,
            panel: <CommentsTab key={selected} clause={selected} />,
          },
          {
            id: 'history' as const,
            name: panel.history,
            panel: <HistoryTab key={selected} clause={selected} />,
          },
        ]}
      />
    </aside>
  )
})

function Counted({ name, n }: { readonly name: string; readonly n: number }) {
  return (
    <>
      {name}
      {n > 0 ? <span className="tab-count"> {n}</span> : null}
    </>
  )
}

function Status() {
  const { selected, record } = useFloor()
  const { common, room } = useMessages()
  const { nameOf } = useConference()
  const status = selected ? record.clauses[selected] : undefined
  if (!status || status.ladder === 'open') return null
  return (
    <>
      <Badge tone={status.ladder === 'agreed' ? 'good' : 'plain'}>{common.ladder[status.ladder]}</Badge>
      {status.awaiting.length > 0 ? (
        <p className="muted small">{room.panel.awaiting(status.awaiting.map(nameOf).join(', '))}</p>
      ) : null}
      <ConfirmClause />
    </>
  )
}
