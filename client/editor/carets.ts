import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { blockIdOf, elementsOf, wordsOf } from '../../shared/text.ts'
import { isFromDraft } from './binding.ts'
import { idOf, positionOf } from './schema.ts'

interface CoDrafter {
  readonly name?: string
  readonly delegation?: string | null
}

/** Where somebody is, as positions in the words of a block; so they are told to the others. */
interface Cursor {
  readonly anchor: unknown
  readonly head: unknown
}

const key = new PluginKey<DecorationSet>('carets')

/** Where one's co-drafters write. Who they are is what the server says (rule P4). */
export const carets = (awareness: Awareness, draft: Y.Doc): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => drawAll(state, awareness, draft),
      apply: (tr, before, _old, state) =>
        isFromDraft(tr) || tr.getMeta(key) !== undefined
          ? drawAll(state, awareness, draft)
          : before.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view(view) {
      const tell = () => tellWhere(view, awareness, draft)
      const redraw = ({ added, updated, removed }: { [what: string]: number[] }) => {
        const isOfOthers = [added, updated, removed].some((them) =>
          them?.some((client) => client !== awareness.clientID),
        )
        if (isOfOthers && !view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
      }
      awareness.on('change', redraw)
      view.dom.addEventListener('focusin', tell)
      view.dom.addEventListener('focusout', tell)
      return {
        update: tell,
        destroy() {
          awareness.off('change', redraw)
          view.dom.removeEventListener('focusin', tell)
          view.dom.removeEventListener('focusout', tell)
        },
      }
    },
  })

function drawAll({ doc }: EditorState, awareness: Awareness, draft: Y.Doc): DecorationSet {
  const decorations = [...awareness.getStates()].flatMap(([client, { cursor, user }]) => {
    if (client === awareness.clientID || !cursor) return []
    const [anchor, head] = [cursor.anchor, cursor.head].map((place) => placeIn(doc, draft, place))
    if (anchor === null || anchor === undefined || head === null || head === undefined) return []
    return [
      Decoration.widget(head, () => drawCaret(user ?? {}), { key: String(client), side: 10 }),
      Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: 'co-selection' }),
    ]
  })
  return DecorationSet.create(doc, decorations)
}

/** Null where the words are gone, or not there yet. */
function placeIn(doc: EditorState['doc'], draft: Y.Doc, told: unknown): number | null {
  const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(told), draft)
  const block: unknown = place?.type.parent
  const start = block instanceof Y.XmlElement ? positionOf(doc, blockIdOf(block)) : null
  if (!place || start === null) return null
  return start + 1 + Math.min(place.index, doc.nodeAt(start)?.content.size ?? 0)
}

/** Only who has the caret here says where it is. */
function tellWhere(view: EditorView, awareness: Awareness, draft: Y.Doc): void {
  const before = awareness.getLocalState()?.['cursor'] ?? null
  const now = view.hasFocus() ? cursorIn(view.state, draft) : null
  if (JSON.stringify(before) !== JSON.stringify(now)) awareness.setLocalStateField('cursor', now)
}

function cursorIn({ selection }: EditorState, draft: Y.Doc): Cursor | null {
  const [anchor, head] = [selection.$anchor, selection.$head].map(({ parent, parentOffset }) => {
    const element = elementsOf(draft).find((it) => blockIdOf(it) === idOf(parent))
    const words = element && wordsOf(element)
    return words ? Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(words, parentOffset)) : null
  })
  return anchor && head ? { anchor, head } : null
}

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
