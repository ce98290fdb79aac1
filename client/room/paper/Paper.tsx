import { type RefObject, useRef } from 'react'
import { Printed } from '../../design/parts/Printed.tsx'
import type { EditorHandle } from '../../editor/Editor.tsx'
import type { OwnEdits } from '../../editor/ownEdits.ts'
import { useMessages } from '../../i18n.tsx'
import type { MyDraft } from '../draft/useMyDraft.ts'
import { useFloor } from '../floor.tsx'
import { FindBar } from '../hands/FindBar.tsx'
import type { Proposal } from '../proposals.ts'
import type { Shown } from '../useViewKeys.ts'
import { AmendedPaper } from './AmendedPaper.tsx'
import { CleanPaper } from './CleanPaper.tsx'
import { CompiledPaper } from './CompiledPaper.tsx'
import { DraftPaper } from './DraftPaper.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'
import './paper.css'
import { useKeptLine } from './useKeptLine.ts'

export interface PaperProps {
  readonly shown: Shown
  readonly show: (shown: Shown) => void
  readonly mine: MyDraft
  readonly own: OwnEdits | null
  /** What stands as ghosts over the draft. */
  readonly proposals: readonly Proposal[]
  readonly editor: RefObject<EditorHandle | null>
  readonly isFinding: boolean
  readonly find: (isFinding: boolean) => void
  readonly help: (isOpen: boolean) => void
}

/** The text in one of its four views. */
export function Paper(props: PaperProps) {
  const { shown, show, mine, own, proposals, editor, isFinding, find, help } = props
  const { record } = useFloor()
  const { room } = useMessages()
  // The editor takes the focus itself; what is only read scrolls in a region of its own.
  const isWriting = shown === 'draft' && mine.id !== null
  const scroller = useRef<HTMLDivElement>(null)
  useKeptLine(scroller)
  return (
    <section className="paper-pane" {...(isWriting ? { 'aria-labelledby': 'paper-view' } : {})}>
      <ViewSwitch shown={shown} show={show} writes={mine.id !== null} find={find} help={help} />
      {isFinding ? <FindBar onClose={() => find(false)} /> : null}
      {/* Read with the arrow keys where nothing in it takes the focus. */}
      <div
        ref={scroller}
        className="paper-scroll"
        {...(isWriting ? {} : { tabIndex: 0, role: 'region', 'aria-labelledby': 'paper-view' })}
      >
        <article className="paper">
          {/* The editor stays open behind the other views: its undo and its caret are kept. */}
          <div hidden={shown !== 'draft'}>
            {isWriting ? <Printed record={record} what={room.tools.draft} /> : null}
            {mine.id === null ? null : (
              <DraftPaper mine={mine} own={own} proposals={proposals} editor={editor} />
            )}
          </div>
          {shown === 'draft' && mine.id === null ? <CompiledPaper live /> : null}
          {shown === 'text' ? <CleanPaper /> : null}
          {shown === 'compilation' ? <CompiledPaper /> : null}
          {shown === 'amended' ? <AmendedPaper /> : null}
        </article>
      </div>
    </section>
  )
}
