import type { Plugin } from 'prosemirror-state'
import { yCursorPlugin } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'

interface CoDrafter {
  readonly name?: string
  readonly delegation?: string | null
}

/** Where one's co-drafters write. Who they are is what the server says (rule P4). */
export const carets = (awareness: Awareness): Plugin =>
  yCursorPlugin(awareness, {
    cursorBuilder: drawCaret,
    selectionBuilder: () => ({ class: 'co-selection' }),
  }) as Plugin

function drawCaret({ name = '', delegation }: CoDrafter): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'co-caret'
  const label = document.createElement('span')
  label.className = 'co-name'
  label.textContent = delegation ? `${delegation} · ${name}` : name
  // Word joiners keep the caret from being a place where the line may break.
  caret.append('\u2060', label, '\u2060')
  return caret
}
