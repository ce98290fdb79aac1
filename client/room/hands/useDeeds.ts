import { useCallback, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { BlockId } from '../../../shared/ids.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Following } from '../follow/useFollowing.ts'
import type { TabId } from '../panel/Panel.tsx'
import { isTypingIn, type RoomDeed } from './keys.ts'

interface Reach {
  readonly order: readonly BlockId[]
  readonly selected: BlockId | null
  /** The overview is shown, and no clause. */
  readonly overview: boolean
  readonly following: Following
  select(clause: BlockId): void
  /** With the caret. */
  goTo(clause: BlockId): void
  write(): void
  tab(tab: TabId): void
  showOverview(): void
  help(): void
  find(): void
}

/** What the keys of the room do. */
export function useDeeds(reach: Reach): (deed: RoomDeed) => void {
  const announce = useAnnounce()
  const { hands } = useMessages()
  const latest = useRef(reach)
  latest.current = reach
  return useCallback(
    (deed) => {
      const { order, selected, overview, following, select, goTo, write, tab, showOverview, help, find } =
        latest.current
      const go = (clause: BlockId | undefined) => {
        if (clause === undefined) return
        select(clause)
        // While one writes the caret goes along; while one reads, letters stay keys.
        if (isTypingIn(document.activeElement)) goTo(clause)
        else showBlock(clause)
      }
      const here = selected === null ? -1 : order.indexOf(selected)
      switch (deed) {
        case 'help':
          return help()
        case 'find':
          return find()
        case 'next clause':
          return go(order[Math.min(here + 1, order.length - 1)])
        case 'previous clause':
          return go(order[Math.max(here - 1, 0)])
        case 'next change': {
          // From the overview, the clause where one stood is news like any other.
          const from = overview ? 0 : here + 1
          const next = [...order.slice(from), ...order.slice(0, from)].find(
            (clause) => (overview || clause !== selected) && following.news.has(clause),
          )
          return next ? go(next) : announce(hands.noChange)
        }
        case 'for you':
          return showOverview()
        case 'write':
          return write()
        case 'amendments':
        case 'comment':
          // Drawn at once: the next letter goes where the focus is.
          flushSync(() => {
            if (selected === null) go(order[0])
            tab(deed === 'comment' ? 'comments' : 'amendments')
          })
          return focusOn(
            deed === 'comment' ? '.panel form textarea' : '.panel [role=tab][aria-selected=true]',
          )
        case 'table':
          return document.querySelector<HTMLButtonElement>('[data-deed=table]')?.click()
      }
    },
    [announce, hands],
  )
}

function showBlock(clause: BlockId): void {
  requestAnimationFrame(() => {
    const blocks = document.querySelectorAll(`[data-block="${CSS.escape(clause)}"]`)
    for (const block of blocks) if (block.checkVisibility()) block.scrollIntoView({ block: 'center' })
  })
}

const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()
