import { type RefObject, useState } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { Editor, type EditorHandle } from '../../editor/Editor.tsx'
import type { ClauseDeed } from '../../editor/keys.ts'
import type { OwnEdits } from '../../editor/ownEdits.ts'
import { useMessages } from '../../i18n.tsx'
import { ClauseMenuAt } from '../clause/ClauseMenu.tsx'
import { useClauseNames } from '../clause/useClauseNames.ts'
import type { MyDraft } from '../draft/useMyDraft.ts'
import { useFloor } from '../floor.tsx'
import { useStepWords } from '../hands/useStepWords.ts'
import type { Proposal } from '../proposals.ts'
import { useAround } from '../useAround.ts'
import { CleanPaper } from './CleanPaper.tsx'

export interface DraftPaperProps {
  readonly mine: MyDraft
  readonly own: OwnEdits | null
  readonly proposals: readonly Proposal[]
  readonly editor: RefObject<EditorHandle | null>
}

/** The text with one's draft on top, to write in. Until the draft is there, the text is there to read. */
export function DraftPaper({ mine: { state, draft }, own, proposals, editor }: DraftPaperProps) {
  const { select, open, openThread } = useFloor()
  const { room, hands, moving } = useMessages()
  const { nameOf, moved } = useClauseNames()
  const [menu, openMenu] = useState<{ readonly clause: BlockId; readonly at: Element } | null>(null)
  const announce = useAnnounce()
  const say = useStepWords()
  const around = useAround(proposals)
  if (state?.is === 'refused') {
    return (
      <>
        <Problem failure={{ ...state.refusal, detail: '' }}>{room.bar.refused}</Problem>
        <CleanPaper plainly />
      </>
    )
  }
  if (!state || !('doc' in state) || !own) {
    return (
      <>
        <CleanPaper plainly />
        <Spinner label={room.paper.opening} />
      </>
    )
  }
  const told = (what: ClauseDeed, clause: BlockId) => {
    if (what === 'not moved') return moving.noPlace
    if (what === 'struck') return moving.struck(nameOf(clause))
    const order = editor.current?.order() ?? []
    return moved(clause, order[order.indexOf(clause) - 1] ?? null)
  }
  return (
    <>
      <Editor
        draft={state.doc}
        awareness={state.awareness}
        own={own}
        around={around}
        label={draft && draft.kind !== 'amendment' ? room.paper.editingConsolidation : room.paper.editing}
        onPlace={select}
        onOpen={open}
        onThread={openThread}
        onStep={(how, step) => announce(hands[how](say(step)))}
        onEnd={(mark) => announce(mark === '.' ? room.paper.endIsPoint : room.paper.endIsSet(mark))}
        onMenu={(clause, at) => openMenu({ clause, at })}
        onClause={(what, clause) => announce(told(what, clause))}
        ref={editor}
      />
      {menu ? <ClauseMenuAt {...menu} editor={editor} onClose={() => openMenu(null)} /> : null}
    </>
  )
}
