import type { RefObject } from 'react'
import { changed, type Edits, isEmpty, movesOfText } from '../../../shared/edits.ts'
import type { Draft } from '../../../shared/record.ts'
import { isReplaced } from '../../../shared/subamendment.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Tooltip } from '../../design/parts/Tooltip.tsx'
import type { EditorHandle } from '../../editor/Editor.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { useStepWords } from '../hands/useStepWords.ts'
import { spoken } from '../proposals.ts'
import { SaveLine } from '../SaveLine.tsx'
import { Alternatives } from './Alternatives.tsx'
import { CarryOver } from './CarryOver.tsx'
import { DiscardDraft } from './DiscardDraft.tsx'
import './draft.css'
import { DraftMenu } from './DraftMenu.tsx'
import { ReadOnlyLine } from './ReadOnlyLine.tsx'
import { ShareDraft } from './ShareDraft.tsx'
import { TableDraft } from './TableDraft.tsx'
import { TrayLine } from './TrayLine.tsx'
import type { MyDraft } from './useMyDraft.ts'

export interface DraftBarProps {
  readonly mine: MyDraft
  readonly edits: Edits
  readonly editor: RefObject<EditorHandle | null>
}

/** At the foot of the room: what one's draft changes, who sees it, and how it becomes an amendment. */
export function DraftBar({ mine, edits, editor }: DraftBarProps) {
  const { bar } = useMessages().room
  return (
    <section className="draft-bar no-print" aria-label={bar.label}>
      <TrayLine editor={editor} canWrite={mine.state !== null && 'doc' in mine.state} />
      {mine.failure ? <Problem failure={mine.failure} /> : null}
      {mine.id === null ? <ReadOnlyLine /> : <Bar mine={mine} edits={edits} editor={editor} />}
    </section>
  )
}

function Bar({ mine, edits, editor }: DraftBarProps) {
  const { draft, state } = mine
  const blank = isEmpty(edits)
  const isOpen = state !== null && 'doc' in state
  const isLeft = useIsReplaced(draft)
  return (
    <>
      {draft && isLeft ? (
        <CarryOver draft={draft} isSaved={state?.is === 'open' && state.unsaved === 0} />
      ) : null}
      {draft ? <Alternatives draft={draft} edits={edits} editor={editor} /> : null}
      <div className="draft-row">
        <p className={blank ? 'draft-what is-blank' : 'draft-what'}>
          <strong>{useDraftName(mine)}</strong>{' '}
          <span className="draft-changes numeric">
            <Changes edits={edits} isDesk={draft !== null && draft.kind !== 'amendment'} />
          </span>{' '}
          <SaveLine draft={state} isEcho />
        </p>
        <div className="draft-tools">
          <Steps isOpen={isOpen} edits={edits} editor={editor} />
          {draft ? <ShareDraft draft={draft} /> : null}
          <DraftMenu id={mine.id} all={mine.all} live={mine.live} edits={edits} choose={mine.choose} />
        </div>
        {draft && (!blank || draft.kind !== 'amendment' || draft.revises) ? (
          <div className="draft-ends">
            <DiscardDraft draft={draft} />
            {isLeft ? null : <TableDraft key={draft.id} draft={draft} edits={edits} state={state} />}
          </div>
        ) : null}
      </div>
    </>
  )
}

/** Whether the amendment that it amends has other words now. */
function useIsReplaced(draft: Draft | null): boolean {
  const { record } = useFloor()
  return isReplaced(record, { amends: draft?.amends ?? null })
}

/** Says what each of them would do: read anew with every change of the draft. */
function Steps({ editor, isOpen }: Omit<DraftBarProps, 'mine'> & { readonly isOpen: boolean }) {
  const { room, hands } = useMessages()
  const { bar } = room
  const say = useStepWords()
  const next = editor.current?.steps()
  const undoes = next?.undo ? hands.undoes(say(next.undo)) : bar.undo
  const redoes = next?.redo ? hands.redoes(say(next.redo)) : bar.redo
  return (
    <>
      <Step sign="↶" label={undoes} isDisabled={!isOpen} onPress={() => editor.current?.undo()} />
      <Step sign="↷" label={redoes} isDisabled={!isOpen} onPress={() => editor.current?.redo()} />
    </>
  )
}

function Step(props: {
  readonly sign: string
  readonly label: string
  readonly isDisabled: boolean
  readonly onPress: () => void
}) {
  const { sign, label, isDisabled, onPress } = props
  return (
    <Tooltip text={label}>
      <Button size="small" kind="quiet" aria-label={label} isDisabled={isDisabled} onPress={onPress}>
        <span className="draft-step" aria-hidden="true">
          {sign}
        </span>
      </Button>
    </Tooltip>
  )
}

function useDraftName({ draft }: MyDraft): string {
  const { room, compromise, amending } = useMessages()
  const { bar } = room
  if (draft?.kind === 'consolidation') return bar.consolidation
  if (draft?.kind === 'compromise' && !draft.revises)
    return compromise.draft(draft.from.map(spoken).join(', '))
  if (draft?.amends && !draft.revises) return amending.yoursTo(spoken(draft.amends.amendment))
  return draft?.revises ? bar.revising(spoken(draft.revises)) : bar.yours
}

function Changes({ edits, isDesk }: { readonly edits: Edits; readonly isDesk: boolean }) {
  const { nameOf } = useFloor()
  const { bar } = useMessages().room
  if (isEmpty(edits)) return isDesk ? bar.blankConsolidation : bar.blank
  const clauses = [...changed(edits)].map(nameOf).join(', ')
  return bar.changes(edits.hunks.length + edits.added.length + movesOfText(edits).length, clauses)
}
