import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { DecorationSet, type EditorView } from 'prosemirror-view'
import type { BlockId } from '../../shared/ids.ts'
import type { Around } from './around.ts'
import { isFromDraft } from './binding.ts'
import { decorate } from './decorate.ts'
import { InView } from './inView.ts'
import type { OwnEdits } from './ownEdits.ts'

interface Overlay {
  readonly set: DecorationSet
  /** Drawn from the draft as the document shows it, not only moved along with the typing. */
  readonly fresh: boolean
}

const key = new PluginKey<Overlay>('overlay')

/**
 * Shows own edits, others' proposals, labels and punctuation over the words.
 *
 * The draft is written only after the document has changed (the binding does it in the view's update). So typing
 * moves the old overlay along, and a new one is drawn right after. Where a change comes from the draft, the draft is
 * ahead, and the overlay is drawn at once.
 *
 * Others' words are shown in the clauses that are on the screen: those of a whole plenary would weigh on every letter.
 */
export function overlay(own: OwnEdits, around: () => Around): Plugin<Overlay> {
  let inView: InView | null = null
  const drawn = ({ doc }: Pick<EditorState, 'doc'>): Overlay => {
    const isInView = (block: BlockId) => inView?.has(block) ?? false
    const text = own.blocks.map(({ id }) => id)
    const decorations = decorate(doc, text, own.now(), around(), isInView)
    return { set: DecorationSet.create(doc, decorations), fresh: true }
  }
  return new Plugin<Overlay>({
    key,
    state: {
      init: (_config, state) => drawn(state),
      apply: (tr, before) => {
        if (tr.getMeta(key) !== undefined || cameFromDraft(tr)) return drawn(tr)
        if (!tr.docChanged) return before
        return { set: before.set.map(tr.mapping, tr.doc), fresh: false }
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
    view: (view) => {
      const seeing = new InView(view.dom, () => drawWhenCalm(view))
      inView = seeing
      seeing.watch(view.dom)
      return {
        update: () => {
          seeing.watch(view.dom)
          if (key.getState(view.state)?.fresh === false) drawWhenCalm(view)
        },
        destroy: () => seeing.leave(),
      }
    },
  })
}

/** Draws again: something around the draft has changed. */
export function redraw(view: EditorView): void {
  // No mark that keeps it out of the undo history: it would end the step that is being typed.
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
}

/** Changing what surrounds a composition ends it: wait until the word is in. */
function drawWhenCalm(view: EditorView): void {
  if (view.isDestroyed) return
  if (view.composing) setTimeout(() => drawWhenCalm(view), 50)
  else redraw(view)
}

const cameFromDraft = (tr: Transaction): boolean => tr.docChanged && isFromDraft(tr)
