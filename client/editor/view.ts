import type { Node } from 'prosemirror-model'
import { EditorState, Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { BlockId, ThreadId } from '../../shared/ids.ts'
import type { Around, ProposalId } from './around.ts'
import { binding, docOf, isFromDraft } from './binding.ts'
import { carets } from './carets.ts'
import { endHere, HeldBack, withoutEnd } from './ending.ts'
import { history, managerOf } from './history.ts'
import { type ClauseDeed, keys } from './keys.ts'
import { overlay } from './overlay.ts'
import type { OwnEdits } from './ownEdits.ts'
import { keepBlocks, plainSlice, plainWords, sameBlocks, sliceOf } from './rules.ts'
import { idOf, schema } from './schema.ts'
import { nextSteps, type Step } from './steps.ts'

export interface EditorOptions {
  readonly draft: Y.Doc
  readonly awareness: Awareness
  readonly own: OwnEdits
  /** Read anew at each drawing. */
  around(): Around
  /** For the element: role, label, language. */
  attributes(): { [name: string]: string }
  /** The caret went to another block. */
  onPlace(clause: BlockId): void
  /** A ghost was clicked. */
  onOpen(proposal: ProposalId): void
  /** A step was undone or done again. */
  onStep(how: 'undone' | 'redone', step: Step): void
  /** A mark that is set after the clause by itself was typed or pasted, and left out. */
  onEnd(mark: string): void
  /** A clause was moved or struck as a whole, or could not be moved. */
  onClause(what: ClauseDeed, clause: BlockId): void
  /** What one can do with the clause is asked for, at this element. */
  onMenu(clause: BlockId, at: Element): void
  /** Words on which a discussion hangs were clicked. */
  onThread(thread: ThreadId): void
}

/** An editor of the draft. The draft must have its pen (rule P2): what is typed is written with it. */
export function openEditor(place: HTMLElement, options: EditorOptions): EditorView {
  const { draft, awareness, own } = options
  const isOwn = (node: Node) => own.blocks.every(({ id }) => id !== idOf(node))
  const plugins = [
    // In this order: the binding writes the draft before the overlay reads it.
    binding(draft),
    history(draft),
    ...keys(draft, isOwn, {
      undo: (state) => stepBack(state, options),
      redo: (state) => stepForth(state, options),
      menu: (view) => askMenu(view, options),
      said: (what, clause) => options.onClause(what, clause),
    }),
    guard(),
    overlay(own, options.around),
    carets(awareness, draft),
  ]
  let placed: BlockId | null = null
  const held = new HeldBack()
  const view = new EditorView(place, {
    state: EditorState.create({ schema, doc: docOf(draft), plugins }),
    attributes: options.attributes,
    // What is gone to, or written, never sticks to the edge.
    scrollThreshold: 24,
    scrollMargin: 40,
    transformPasted(slice, view) {
      const plain = plainSlice(slice)
      const mark = endHere(view.state, options.around())
      const words = plain.content.textBetween(0, plain.content.size)
      const bare = mark === null ? words : withoutEnd(words, mark)
      if (bare === words || mark === null) return plain
      options.onEnd(mark)
      return sliceOf(bare)
    },
    dispatchTransaction(tr) {
      // What draws anew when the person is calm may come when the editor is gone.
      if (view.isDestroyed) return
      view.updateState(view.state.apply(keepBlocks(view.state, tr)))
      const now = idOf(view.state.selection.$from.parent)
      if (!tr.selectionSet || now === placed || !view.hasFocus()) return
      placed = now
      if (now !== '') options.onPlace(now)
    },
    // Some keyboards and programs put control characters among the words.
    handleTextInput(view, from, to, words) {
      if (held.holds(view.state, words, options.around())) {
        options.onEnd(words.trim())
        return true
      }
      const plain = plainWords(words)
      if (plain !== words) view.dispatch(view.state.tr.insertText(plain, from, to))
      return plain !== words
    },
    handleClick(_view, _at, event) {
      const proposal = named(event.target, 'proposal')
      const thread = named(event.target, 'thread')
      if (proposal) options.onOpen(proposal)
      else if (thread) options.onThread(thread)
      return false
    },
    // Words that are dragged across blocks would have to be cut here and put there at once.
    handleDrop: (view, _event, _slice, moved) =>
      moved && !view.state.selection.$from.sameParent(view.state.selection.$to),
    handleDOMEvents: {
      // The caret stays where it is, and the keyboard of a phone does not come up.
      mousedown(_view, event) {
        const isHandle = named(event.target, 'handle') !== null
        if (isHandle) event.preventDefault()
        return isHandle
      },
      click(_view, event) {
        const clause = named(event.target, 'handle')
        if (clause && event.target instanceof Element) options.onMenu(clause, event.target)
        return clause !== null
      },
      // An input method rewrites what it began in; over several blocks it would join them.
      compositionstart(view) {
        const { $from, $to } = view.state.selection
        if (!$from.sameParent($to)) view.dispatch(view.state.tr.deleteSelection())
        return false
      },
    },
  })
  return view
}

/** For the clause where the caret stands. */
function askMenu(view: EditorView, { onMenu }: EditorOptions): void {
  const { $from } = view.state.selection
  const block = $from.parent.isTextblock ? view.nodeDOM($from.before()) : null
  const isClause = $from.parent.type.name === 'clause'
  if (isClause && block instanceof Element) {
    onMenu(idOf($from.parent), block.querySelector('[data-handle]') ?? block)
  }
}

/** Undoes, and tells what. */
export function stepBack(
  state: EditorState,
  { draft, onStep }: Pick<EditorOptions, 'draft' | 'onStep'>,
): boolean {
  const step = nextSteps(state, draft).undo
  if (managerOf(state)?.undo() && step) onStep('undone', step)
  return true
}

/** Does again what was undone, and tells what. */
export function stepForth(
  state: EditorState,
  { draft, onStep }: Pick<EditorOptions, 'draft' | 'onStep'>,
): boolean {
  const step = nextSteps(state, draft).redo
  if (managerOf(state)?.redo() && step) onStep('redone', step)
  return true
}

/** The last door: a transaction that changes the row of blocks does not pass. */
const guard = (): Plugin =>
  new Plugin({
    filterTransaction: (tr, state) => !tr.docChanged || isFromDraft(tr) || sameBlocks(state.doc, tr.doc),
  })

/** What the element under the pointer stands for. */
function named(target: EventTarget | null, what: 'proposal' | 'thread' | 'handle'): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement>(`[data-${what}]`) : null
  return element?.dataset[what] ?? null
}
