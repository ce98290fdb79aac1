import { type RefObject, useMemo, useRef } from 'react'
import type { BlockId } from '../../shared/ids.ts'
import type { ProposalId } from '../editor/around.ts'
import type { EditorHandle } from '../editor/Editor.tsx'
import type { Floor } from './floor.tsx'
import type { Pane } from './PaneSwitch.tsx'
import { selectedWords } from './paper/selectedWords.ts'
import type { Proposal } from './proposals.ts'
import type { Shown } from './useViewKeys.ts'

interface Moving {
  readonly proposals: readonly Proposal[]
  readonly shown: Shown
  readonly editor: RefObject<EditorHandle | null>
  select(clause: BlockId): void
  open(proposal: ProposalId | null): void
  pane(pane: Pane): void
  overview(isShown: boolean): void
}

/** How one goes about the room; the same functions from drawing to drawing. */
export function useMoves(now: Moving): Pick<Floor, 'select' | 'open' | 'goTo' | 'quote'> {
  const latest = useRef(now)
  latest.current = now
  return useMemo(
    () => ({
      select: (clause) => {
        latest.current.select(clause)
        latest.current.open(null)
        latest.current.overview(false)
      },
      open: (proposal) => {
        const { proposals, select, open, pane, overview } = latest.current
        overview(false)
        const target = proposals.find(({ id }) => id === proposal)?.edits
        const clause = target?.hunks[0]?.clause ?? target?.added[0]?.after
        if (clause) select(clause)
        open(proposal)
        pane('panel')
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
    }),
    [],
  )
}
