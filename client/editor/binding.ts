import { simpleDiffStringWithCursor } from 'lib0/diff'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import type { BlockId } from '../../shared/ids.ts'
import { movesRoot } from '../../shared/moves.ts'
import { type Block, blockIdOf, elementsOf, readText, textRoot, wordsOf } from '../../shared/text.ts'
import { blocksOf, idOf, positionOf, schema } from './schema.ts'

/**
 * Between the draft and the document of the editor. The editor changes words within blocks, and nothing else: those
 * are written into the draft letter by letter. Whatever else happens to the draft is drawn: others' words where they
 * stand, and blocks in the order in which they are read, which is not that in which they were written once a clause
 * was moved. What did not change is not touched, so that a caret or a composition elsewhere stays as it is.
 */

/** The origin of what is written through the editor, words as well as clauses: undo knows it by this. */
export const WRITTEN = new PluginKey('written')

/** Whether the transaction shows what the draft already holds. */
export const isFromDraft = (tr: Transaction): boolean => tr.getMeta(WRITTEN) === 'drawn'

/** The draft as the editor's document. */
export const docOf = (draft: Y.Doc): Node => schema.node('doc', null, readText(draft).map(nodeOf))

const nodeOf = ({ id, kind, text }: Block): Node =>
  schema.node(kind, { id }, text === '' ? [] : [schema.text(text)])

export const binding = (draft: Y.Doc): Plugin =>
  new Plugin({
    view(view) {
      let isWriting = false
      const show = (_event: unknown, { origin }: Y.Transaction) => {
        if (!isWriting) draw(view, readText(draft), origin instanceof Y.UndoManager)
      }
      textRoot(draft).observeDeep(show)
      movesRoot(draft).observe(show)
      return {
        update({ state }, before: EditorState) {
          isWriting = true
          write(draft, before.doc, state)
          isWriting = false
        },
        destroy() {
          textRoot(draft).unobserveDeep(show)
          movesRoot(draft).unobserve(show)
        },
      }
    },
  })

/** Writes the words that differ. What the editor shows because the draft holds it differs in nothing. */
function write(draft: Y.Doc, before: Node, { doc, selection }: EditorState): void {
  if (before.eq(doc)) return
  const was = new Set<Node>()
  before.forEach((node) => void was.add(node))
  const elements = new Map(elementsOf(draft).map((element) => [blockIdOf(element), element]))
  draft.transact(() => {
    doc.forEach((node) => {
      const element = was.has(node) ? undefined : elements.get(idOf(node))
      const words = element && wordsOf(element)
      const now = node.textContent
      const old = words?.toString()
      if (!words || old === undefined || old === now) return
      const caret = selection.$head.parent === node ? selection.$head.parentOffset : now.length
      // Of letters that repeat, the one is new that stands before the caret.
      const start = caret - Math.max(0, now.length - old.length)
      const { index, remove, insert } = simpleDiffStringWithCursor(old, now, start)
      words.delete(index, remove)
      words.insert(index, insert)
    })
  }, WRITTEN)
}

/** Brings the document to the blocks as they are read now. After undo, the caret goes to what was undone. */
function draw(view: EditorView, blocks: readonly Block[], isUndo: boolean): void {
  if (view.isDestroyed) return
  const { state } = view
  const shown = blocksOf(state.doc)
  const isSameRow =
    shown.length === blocks.length &&
    shown.every(({ id, kind }, index) => blocks[index]?.id === id && blocks[index]?.kind === kind)
  const tr = isSameRow ? withWords(state, blocks) : withBlocks(state, blocks)
  if (!tr.docChanged) return
  if (isUndo) tr.setSelection(TextSelection.near(tr.doc.resolve(endOfChange(state.doc, tr.doc))))
  view.dispatch(isUndo ? drawn(tr).scrollIntoView() : drawn(tr))
}

const drawn = (tr: Transaction): Transaction => tr.setMeta(WRITTEN, 'drawn')

function withWords(state: EditorState, blocks: readonly Block[]): Transaction {
  const { tr } = state
  state.doc.forEach((node, at, index) => {
    const now = blocks[index]?.text ?? ''
    const was = node.textContent
    if (was === now) return
    const { index: from, remove, insert } = simpleDiffStringWithCursor(was, now, now.length)
    const start = tr.mapping.map(at + 1 + from)
    if (insert === '') tr.delete(start, start + remove)
    else tr.replaceWith(start, start + remove, schema.text(insert))
  })
  return tr
}

/** The row of blocks has changed: every block that is as it was stays the same node. */
function withBlocks(state: EditorState, blocks: readonly Block[]): Transaction {
  const { tr, doc, selection } = state
  const nodes = new Map<BlockId, Node>()
  doc.forEach((node) => void nodes.set(idOf(node), node))
  const row = blocks.map((block) => {
    const node = nodes.get(block.id)
    return node?.type.name === block.kind && node.textContent === block.text ? node : nodeOf(block)
  })
  tr.replaceWith(0, doc.content.size, row)
  const again = (at: number) => placeAgain(doc, at, tr.doc)
  const [anchor, head] = [again(selection.anchor), again(selection.head)]
  if (anchor === null || head === null) {
    return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(selection.from, tr.doc.content.size))))
  }
  return tr.setSelection(TextSelection.create(tr.doc, anchor, head))
}

/** Before the same letter of the same block, wherever it stands now; null where the block is gone. */
function placeAgain(before: Node, at: number, now: Node): number | null {
  const { parent, parentOffset } = before.resolve(at)
  const start = parent.isTextblock ? positionOf(now, idOf(parent)) : null
  if (start === null) return null
  const text = now.nodeAt(start)?.textContent ?? ''
  const { index, remove, insert } = simpleDiffStringWithCursor(parent.textContent, text, text.length)
  const isBehind = parentOffset > index
  return start + 1 + (isBehind ? Math.max(index, parentOffset - remove) + insert.length : parentOffset)
}

const endOfChange = (before: Node, now: Node): number =>
  Math.min(before.content.findDiffEnd(now.content)?.b ?? 0, now.content.size)
