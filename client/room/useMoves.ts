import { type RefObject, useMemo, useRef } from 'react'
import type { BlockId, ById, ThreadId } from '../../shared/ids.ts'
import type { Thread } from '../../shared/record.ts'
import type { ProposalId } from '../editor/around.ts'
import type { EditorHandle } from '../editor/Editor.tsx'
import type { Floor, Proposed } from './floor.tsx'
import type { Pane } from './PaneSwitch.tsx'
import type { TabId } from './panel/Panel.tsx'
import { selectedWords } from './paper/selectedWords.ts'
import { firstClauseOf, type Proposal } from './proposals.ts'
import type { Shown } from './useViewKeys.ts'

interface Moving {
  readonly proposals: readonly Proposal[]
  /** What amends them, by the amendment. */
  readonly subs: Proposed['subs']
  readonly threads: ById<Thread>
  readonly shown: Shown
  readonly editor: RefObject<EditorHandle | null>
  select(clause: BlockId): void
  open(proposal: ProposalId | null): void
  thread(thread: ThreadId | null): void
  pane(pane: Pane): void
  overview(isShown: boolean): void
  tab(tab: TabId): void
}

type Moves = Pick<Floor, 'select' | 'open' | 'openThread' | 'goTo' | 'quote'>

/** How one goes about the room; the same functions from drawing to drawing. */
export function useMoves(now: Moving): Moves {
  const latest = useRef(now)
  latest.current = now
  return useMemo(() => {
    const moves: Moves = {
      select: (clause) => {
        latest.current.select(clause)
        latest.current.open(null)
        latest.current.thread(null)
        latest.current.overview(false)
      },
      open: (proposal) => {
        const { proposals, subs, select, open, pane, overview } = latest.current
        overview(false)
        // A ghost that is clicked opens its card, whatever tab was open.
        latest.current.tab('amendments')
        // The card of a sub-amendment stands under that of what it amends.
        const shown = amendedIn(subs, proposal) ?? proposal
        const target = proposals.find(({ id }) => id === shown)?.edits
        const clause = target && firstClauseOf(target)
        if (clause) select(clause)
        open(proposal)
        pane('panel')
      },
      openThread: (id) => {
        const { threads, select, open, thread, pane, overview } = latest.current
        const on = threads[id]?.on
        if (!on) return
        thread(id)
        if ('clause' in on) {
          select(on.clause)
          open(null)
          overview(false)
          latest.current.tab('comments')
          pane('panel')
        } else moves.open(on.amendment)
      },
      goTo: (clause) => {
        latest.current.pane('paper')
        // The pane may only just appear.
        requestAnimationFrame(() => {
          const { shown, editor } = latest.current
          if (shown === 'draft' && editor.current) editor.current.goTo(clause)
          else
            document
              .querySelector(`[data-block="${CSS.escape(clause)}"]`)
              ?.scrollIntoView({ block: 'center' })
        })
      },
      quote: () => latest.current.editor.current?.quote() ?? selectedWords(),
    }
    return moves
  }, [])
}

/** The amendment under which the proposal stands; undefined where it amends the text. */
const amendedIn = (subs: Proposed['subs'], proposal: ProposalId): ProposalId | undefined =>
  [...subs].find(([, its]) => its.some(({ id }) => id === proposal))?.[0]
