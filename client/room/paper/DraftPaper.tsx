import type { Ref } from 'react'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { Editor, type EditorHandle } from '../../editor/Editor.tsx'
import type { OwnEdits } from '../../editor/ownEdits.ts'
import { useMessages } from '../../i18n.tsx'
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
  readonly editor: Ref<EditorHandle>
}

/** The text with one's draft on top, to write in. Until the draft is there, the text is there to read. */
export function DraftPaper({ mine: { state, draft }, own, proposals, editor }: DraftPaperProps) {
  const { select, open, openThread } = useFloor()
  const { room, hands } = useMessages()
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
  return (
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
      ref={editor}
    />
  )
}
