import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Capacity } from '../../shared/api.ts'
import type { BlockId, DeclarationId } from '../../shared/ids.ts'
import type { RoomView } from '../../shared/mirror.ts'
import { may } from '../../shared/policy.ts'
import { labelsOf } from '../../shared/projection.ts'
import { Page } from '../design/parts/Page.tsx'
import type { ProposalId } from '../editor/around.ts'
import type { EditorHandle } from '../editor/Editor.tsx'
import { useMessages } from '../i18n.tsx'
import type { RoomState } from '../sync/useRoom.ts'
import { DraftBar } from './draft/DraftBar.tsx'
import { useMyDraft } from './draft/useMyDraft.ts'
import { useOwnEdits } from './draft/useOwnEdits.ts'
import { type Floor, FloorProvider } from './floor.tsx'
import { Outline } from './Outline.tsx'
import { type Pane, PaneSwitch } from './PaneSwitch.tsx'
import { Panel } from './panel/Panel.tsx'
import { Paper } from './paper/Paper.tsx'
import { selectedWords } from './paper/selectedWords.ts'
import { pendingProposals, revised, rivalsOf } from './proposals.ts'
import { RoomStatus } from './RoomStatus.tsx'
import './room.css'
import { useNews } from './useNews.ts'
import { usePerform } from './usePerform.ts'
import { useViewKeys } from './useViewKeys.ts'

export interface RoomProps {
  readonly declaration: DeclarationId
  readonly capacity: Capacity
  readonly room: RoomState
  readonly view: RoomView
}

export function Room({ declaration, capacity, room, view }: RoomProps) {
  const { common } = useMessages()
  const { perform, performAndTell } = usePerform(declaration, capacity.id)
  const mine = useMyDraft({ declaration, capacity, room, perform })
  const writable = mine.state && 'doc' in mine.state ? mine.state : null
  const { own, edits } = useOwnEdits(room.doc, writable?.doc ?? null)
  const editor = useRef<EditorHandle>(null)
  const [shown, show] = useViewKeys()
  const [pane, setPane] = useState<Pane>('paper')
  const [selected, setSelected] = useState<BlockId | null>(null)
  const [opened, setOpened] = useState<ProposalId | null>(null)

  const labels = useMemo(() => labelsOf(view.record), [view.record])
  const texts = useMemo(() => new Map(room.blocks.map(({ id, text }) => [id, text])), [room.blocks])
  const { proposals, all } = useMemo(() => {
    const all = pendingProposals(view)
    // Words that the draft started with are in it already; as ghosts they would stand there twice.
    const inDraft = new Set([mine.id, mine.draft?.revises, ...(mine.draft?.from ?? [])])
    return {
      all: all.filter(({ id }) => id !== mine.id),
      proposals: all.filter((it) => !inDraft.has(it.id) && revised(it) === null),
    }
  }, [view, mine.id, mine.draft])

  const against = useMemo(() => rivalsOf(edits, proposals, texts), [edits, proposals, texts])

  const nameOf = useCallback(
    (clause: BlockId) => {
      const label = labels[clause]
      if (label) return common.clause(label)
      return label === '' ? common.title : common.clause('…')
    },
    [labels, common],
  )
  const { setClause } = room
  useEffect(() => setClause(selected), [setClause, selected])
  useNews({ view, all, nameOf, delegation: capacity.delegation })

  const select = useCallback((clause: BlockId) => {
    setSelected(clause)
    setOpened(null)
  }, [])
  const floor: Floor = {
    ...{
      declaration,
      capacity,
      room,
      view,
      labels,
      texts,
      selected,
      opened,
      perform,
      performAndTell,
      nameOf,
    },
    blocks: room.blocks,
    own: edits,
    proposals: all,
    against,
    select,
    may: (deed) => may(capacity.role, deed, view.record.stage),
    open: (proposal) => {
      const target = all.find(({ id }) => id === proposal)?.edits
      const clause = target?.hunks[0]?.clause ?? target?.added[0]?.after
      if (clause) setSelected(clause)
      setOpened(proposal)
      setPane('panel')
    },
    goTo: (clause) => {
      setPane('paper')
      // The pane may only just appear.
      requestAnimationFrame(() => {
        if (shown === 'draft' && editor.current) editor.current.goTo(clause)
        else
          document.querySelector(`[data-block="${CSS.escape(clause)}"]`)?.scrollIntoView({ block: 'center' })
      })
    },
    writeIn: (draft) => {
      mine.choose(draft)
      show('draft')
      setPane('paper')
    },
    quote: () => editor.current?.quote() ?? selectedWords(),
  }
  const title = room.blocks.find(({ kind }) => kind === 'title')?.text ?? ''
  return (
    <FloorProvider floor={floor}>
      <Page
        title={title || view.record.declaration.symbol}
        layout="full"
        declaration={{ id: declaration, symbol: view.record.declaration.symbol, title }}
        status={<RoomStatus draft={mine.state} />}
      >
        <div className="room" data-pane={pane}>
          <Outline />
          <Paper shown={shown} show={show} mine={mine} own={own} proposals={proposals} editor={editor} />
          <Panel />
          <DraftBar mine={mine} edits={edits} editor={editor} />
          <PaneSwitch pane={pane} onChange={setPane} />
        </div>
      </Page>
    </FloorProvider>
  )
}
