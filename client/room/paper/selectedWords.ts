import type { BlockId } from '../../../shared/ids.ts'
import type { Quoted } from '../floor.tsx'

/** The words that are selected on a paper that is only read; null where they are not of one block. */
export function selectedWords(): Quoted | null {
  const selection = getSelection()
  const words = selection?.toString().trim()
  if (!selection || !words) return null
  const from = blockAt(selection.anchorNode)
  const to = blockAt(selection.focusNode)
  return from !== null && from === to ? { clause: from, words, at: null } : null
}

function blockAt(node: Node | null): BlockId | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element?.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? null
}
