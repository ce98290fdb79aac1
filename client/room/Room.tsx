import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Capacity } from '../../shared/api.ts'
import type { BlockId, DeclarationId, DraftId, ThreadId } from '../../shared/ids.ts'
import type { RoomView } from '../../shared/mirror.ts'
import { may } from '../../shared/policy.ts'
import { labelsOf } from '../../shared/projection.ts'
import { Page } from '../design/parts/Page.tsx'
import { Documents } from '../documents/Documents.tsx'
import type { ProposalId } from '../editor/around.ts'
import type { EditorHandle } from '../editor/Editor.tsx'
import { useMessages } from '../i18n.tsx'
import { SilenceBanner } from '../silence/SilenceBanner.tsx'
import type { RoomState } from '../sync/useRoom.ts'
import { HistoryWatch } from '../witness/HistoryWatch.tsx'
import { commentedIn } from './comments/commented.ts'
import { DraftBar } from './draft/DraftBar.tsx'
import { useAmended } from './draft/useAmended.ts'
import { useMyDraft } from './draft/useMyDraft.ts'
import { useOwnEdits } from './draft/useOwnEdits.ts'
import { type Floor, FloorProvider } from './floor.tsx'
import { useConcerns } from './follow/useConcerns.ts'
import { FollowingContext, useFollowing } from './follow/useFollowing.ts'
import { HelpSheet } from './hands/HelpSheet.tsx'
import { useDeeds } from './hands/useDeeds.ts'
import { useRoomKeys, useSingleKeys } from './hands/useRoomKeys.ts'
import { Outline } from './Outline.tsx'
import { type Pane, PaneSwitch } from './PaneSwitch.tsx'
import { Panel, type TabId } from './panel/Panel.tsx'
import { Paper } from './paper/Paper.tsx'
import { RoomStatus } from './RoomStatus.tsx'
import './room.css'
import { useMoves } from './useMoves.ts'
import { useNews } from './useNews.ts'
import { usePerform } from './usePerform.ts'
import { useProposals } from './useProposals.ts'
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
  const amended = useAmended(view, mine.draft)
  const { own, edits } = useOwnEdits(room.doc, writable?.doc ?? null, amended)
  const editor = useRef<EditorHandle>(null)
  const [shown, show] = useViewKeys()
  const [pane, setPane] = useState<Pane>('paper')
  const [selected, setSelected] = useState<BlockId | null>(null)
  const [opened, setOpened] = useState<ProposalId | null>(null)
  const [openedThread, setThread] = useState<ThreadId | null>(null)
  const [tab, setTab] = useState<TabId>('amendments')
  const [isHelpOpen, openHelp] = useState(false)
  const [isFinding, find] = useState(false)
  const [areSingleKeysOff, setSingleKeysOff] = useSingleKeys()
  const [overview, setOverview] = useState(true)

  const labels = useMemo(() => labelsOf(view.record), [view.record])
  const texts = useMemo(() => new Map(room.blocks.map(({ id, text }) => [id, text])), [room.blocks])
  const proposed = useProposals(view, mine, edits, texts)

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
  const { proposals } = proposed
  useNews({ record: view.record, all: proposals, nameOf, delegation: capacity.delegation })

  const { choose } = mine
  const moves = useMoves({
    ...{ proposals, subs: proposed.subs, threads: view.record.threads, shown, editor },
    ...{
      select: setSelected,
      open: setOpened,
      thread: setThread,
      pane: setPane,
      overview: setOverview,
      tab: setTab,
    },
  })
  const writeIn = useCallback(
    (draft: DraftId) => {
      choose(draft)
      show('draft')
      setPane('paper')
    },
    [choose, show],
  )
  const { record } = view
  const { doc, blocks, notes, presence, status, isDiskFull } = room
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the words stand is read anew when the text moves
  const commented = useMemo(() => commentedIn(doc, record.threads), [doc, record.threads, blocks])
  const floor = useMemo<Floor>(
    () => ({
      ...{ declaration, capacity, record, blocks, texts, labels, selected, opened, openedThread },
      ...{ commented, notes },
      ...{ nameOf, perform, performAndTell, writeIn, ...moves },
      may: (deed) => may(capacity.role, deed, record.stage),
    }),
    [
      declaration,
      capacity,
      record,
      blocks,
      texts,
      labels,
      selected,
      opened,
      openedThread,
      commented,
      notes,
      nameOf,
      perform,
      performAndTell,
      writeIn,
      moves,
    ],
  )
  const attendance = useMemo(() => ({ presence, status, isDiskFull }), [presence, status, isDiskFull])
  const following = useFollowing({ declaration, capacity: capacity.id, record, selected })
  const concerns = useConcerns({ record, texts, capacity }, proposals, following)
  const showOverview = useCallback(() => {
    setOverview(true)
    setPane('you')
  }, [])
  const deed = useDeeds({
    order: blocks.map(({ id }) => id),
    ...{ selected, overview, following, showOverview },
    ...{ select: moves.select, goTo: moves.goTo },
    write: () => {
      show('draft')
      moves.goTo(selected ?? blocks[1]?.id ?? blocks[0]?.id ?? '')
    },
    tab: (next) => {
      setTab(next)
      setOverview(false)
      setPane('panel')
    },
    help: () => openHelp(true),
    find: () => find(true),
  })
  useRoomKeys(deed, areSingleKeysOff)
  const choosePane = (next: Pane) => {
    // Pressed once more, it leads back from the clause to all of them.
    if (next === 'panel' && pane === 'panel') setSelected(null)
    setPane(next)
    if (next === 'you' || next === 'panel') setOverview(next === 'you')
  }
  const title = room.blocks.find(({ kind }) => kind === 'title')?.text ?? ''
  return (
    <FloorProvider floor={floor} proposed={proposed} attendance={attendance}>
      <FollowingContext value={following}>
        <Page
          title={title || view.record.declaration.symbol}
          layout="full"
          declaration={{ id: declaration, symbol: view.record.declaration.symbol, title }}
          tools={<Documents record={view.record} />}
          status={<RoomStatus draft={mine.state} />}
          notice={
            <>
              <HistoryWatch declaration={declaration} acts={view.record.acts} />
              <SilenceBanner record={view.record} />
            </>
          }
        >
          <h1 className="visually-hidden">{title}</h1>
          <div className="room" data-pane={pane}>
            <Outline edits={edits} forYou={concerns.length} overview={overview} showOverview={showOverview} />
            <Paper
              {...{ shown, show, mine, own, editor, isFinding, find }}
              help={openHelp}
              proposals={proposed.ghosts}
            />
            <Panel
              {...{ concerns, overview, showOverview, tab, setTab }}
              editor={writable && shown === 'draft' ? editor : null}
            />
            <DraftBar mine={mine} edits={edits} editor={editor} />
            <HelpSheet
              isOpen={isHelpOpen}
              onClose={() => openHelp(false)}
              areSingleKeysOff={areSingleKeysOff}
              setSingleKeysOff={setSingleKeysOff}
            />
            <PaneSwitch pane={pane} onChange={choosePane} forYou={concerns.length} />
          </div>
        </Page>
      </FollowingContext>
    </FloorProvider>
  )
}
