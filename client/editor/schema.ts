import { type Node, type NodeSpec, Schema } from 'prosemirror-model'
import type { BlockId } from '../../shared/ids.ts'
import type { Block, BlockKind } from '../../shared/text.ts'

/**
 * The document of the editor: blocks of plain words, and nothing else. It must be able to show every text that the
 * server admits: what the binding can't show, it erases.
 */
const block = (tag: string): NodeSpec => ({
  content: 'text*',
  marks: '',
  group: 'block',
  whitespace: 'pre',
  code: false,
  defining: true,
  attrs: { id: { default: '' } },
  toDOM: () => [tag, 0],
  parseDOM: [{ tag }],
})

export const schema = new Schema({
  nodes: { doc: { content: 'block*' }, clause: block('p'), title: block('h1'), text: {} },
})

export const idOf = (node: Node): BlockId => String(node.attrs['id'])

export const blocksOf = (doc: Node): Block[] =>
  children(doc).map((node) => ({ id: idOf(node), kind: node.type.name as BlockKind, text: node.textContent }))

/** Where the block begins: the position before it; null where it does not stand. */
export function positionOf(doc: Node, id: BlockId): number | null {
  let found: number | null = null
  doc.forEach((node, at) => {
    if (idOf(node) === id) found = at
  })
  return found
}

const children = (doc: Node): Node[] => Array.from({ length: doc.childCount }, (_, index) => doc.child(index))
