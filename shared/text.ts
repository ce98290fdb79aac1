import * as Y from 'yjs'
import type { BlockId, Pen } from './ids.ts'
import { inReadingOrder, movesRoot, readMoves } from './moves.ts'

/** One block of the declaration as a person reads it: plain words, without its label and end punctuation. */
export interface Block {
  readonly id: BlockId
  readonly kind: BlockKind
  readonly text: string
}

export const BLOCK_KINDS = ['title', 'clause'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Root of the text in the declaration's document and in every draft. */
export const TEXT_ROOT = 'text'
/** Root of the record in the declaration's document. */
export const RECORD_ROOT = 'record'

/** The pen of the text as it was laid before the meeting. */
export const FIRST_PEN: Pen = 1

export const textRoot = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(TEXT_ROOT)
export const recordRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(RECORD_ROOT)

/** Nobody asks a document for a name of its own: to draw one by lot costs more than all the rest of making it. */
const NAMELESS = ''

/**
 * A document for the text or a draft. It never collects deleted words: provenance, redlines and relative
 * positions need them.
 */
export const newTextDoc = (): Y.Doc => new Y.Doc({ guid: NAMELESS, gc: false })

/** A document for text and record. It collects what the record overwrites, and nothing of the text. */
export const newDeclarationDoc = (): Y.Doc => {
  const gcFilter = (item: Y.Item) => !within(item, text) && !within(item, moves)
  const doc = new Y.Doc({ guid: NAMELESS, gc: true, gcFilter })
  const text = textRoot(doc)
  const moves = movesRoot(doc)
  recordRoot(doc)
  return doc
}

function within(item: Y.Item, root: unknown): boolean {
  let parent: unknown = item.parent
  while (parent instanceof Y.AbstractType && parent !== root) parent = parent._item?.parent
  return parent === root
}

/** A copy with the same item ids; `pen` is what its writer writes with. */
export function cloneText(doc: Y.Doc, pen?: Pen): Y.Doc {
  const copy = newTextDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  // After loading: Yjs changes the client id of a document that meets structs of its own.
  if (pen !== undefined) copy.clientID = pen
  return copy
}

/** The blocks that stand, in the order in which they are read. A struck clause stands with no words. */
export function readText(doc: Y.Doc): Block[] {
  const written = elementsOf(doc).map((element) => ({
    id: blockIdOf(element),
    kind: element.nodeName as BlockKind,
    text: wordsOf(element)?.toString() ?? '',
  }))
  return inReadingOrder(written, readMoves(doc))
}

/** In the order in which they are written. */
export const elementsOf = (doc: Y.Doc): Y.XmlElement[] =>
  textRoot(doc)
    .toArray()
    .filter((node): node is Y.XmlElement => node instanceof Y.XmlElement)

export const blockIdOf = (element: Y.XmlElement): BlockId => element.getAttribute('id') ?? ''

/** The words of a block; null only for a block that no admitted update can make. */
export function wordsOf(element: Y.XmlElement): Y.XmlText | null {
  const first = element.get(0) as unknown
  return first instanceof Y.XmlText ? first : null
}

/** A block is always made together with its text: an empty element would be erased by the editor's binding. */
export function newBlock({ id, kind, text }: Block): Y.XmlElement {
  const element = new Y.XmlElement(kind)
  element.setAttribute('id', id)
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** The text as it is laid before the meeting. */
export function layText(blocks: readonly Block[]): Y.Doc {
  const doc = newTextDoc()
  doc.clientID = FIRST_PEN
  doc.transact(() => textRoot(doc).push(blocks.map(newBlock)))
  return doc
}
