import * as Y from 'yjs'
import { DRAFT_HOLDS } from '../../shared/bringing.ts'
import { NOT_TEXT } from '../../shared/characters.ts'
import { BLOCK_ID, MOVE_KEY } from '../../shared/ids.ts'
import { isMove, MOVES_ROOT, movesRoot, readMoves } from '../../shared/moves.ts'
import { blockIdOf, elementsOf, TEXT_ROOT, textRoot } from '../../shared/text.ts'

export const DRAFT_LIMITS = {
  ...DRAFT_HOLDS,
  /** Moves that stand, those of the text too. */
  moves: 2_000,
  /** Pieces that Yjs keeps, deleted ones too: what everything that is done with a draft costs. */
  items: 30_000,
} as const

/**
 * Rule P3, looked at from the result: whether this is still a draft of `text`, or what is wrong with it. It never
 * reads through the editor's binding, which would delete what it doesn't understand.
 */
export function faultOf(draft: Y.Doc, text: Y.Doc): string | null {
  if (draft.store.pendingStructs || draft.store.pendingDs) return 'something pending'
  for (const [name, root] of draft.share) {
    if (name === TEXT_ROOT || name === MOVES_ROOT) continue
    if (root._start || root._map.size > 0) return `another root: ${name}`
  }
  return blocksFault(draft) ?? movesFault(draft, text) ?? baseFault(draft, text)
}

/** The moves of the text stand as they were made, and the title is not moved. */
function movesFault(draft: Y.Doc, text: Y.Doc): string | null {
  const moves = movesRoot(draft)
  if (moves._start) return 'a move without a name'
  if (moves.size > DRAFT_LIMITS.moves) return 'too many moves'
  for (const [key, value] of moves.entries()) {
    if (!MOVE_KEY.test(key) || !isMove(value)) return 'a move that is none'
  }
  for (const [key, item] of movesRoot(text)._map) {
    const here = moves._map.get(key)
    if (!item.deleted && (!here || here.deleted || !sameItem(here, item))) return 'a move of the text'
  }
  const titles = elementsOf(draft).filter(({ nodeName }) => nodeName === 'title')
  const isOfTitle = titles.some((title) => readMoves(draft).some(({ clause }) => clause === blockIdOf(title)))
  return isOfTitle ? 'a title moved' : null
}

function blocksFault(draft: Y.Doc): string | null {
  const root = textRoot(draft)
  if (root._map.size > 0) return 'an attribute of the root'
  const ids = new Set<string>()
  let words = 0
  for (let item = root._start; item; item = item.right) {
    if (item.deleted) continue
    const element = item.content instanceof Y.ContentType ? item.content.type : null
    if (!(element instanceof Y.XmlElement)) return 'something that is not a block'
    const fault = blockFault(element, ids)
    if (fault) return fault
    words += element.get(0)?.length ?? 0
  }
  if (ids.size > DRAFT_LIMITS.blocks) return 'too many blocks'
  return words > DRAFT_LIMITS.words ? 'too many words' : null
}

function blockFault(element: Y.XmlElement, ids: Set<string>): string | null {
  const id: unknown = element.getAttribute('id')
  if (typeof id !== 'string' || !BLOCK_ID.test(id) || ids.has(id)) return 'a block without an id of its own'
  ids.add(id)
  for (const [name, item] of element._map) if (name !== 'id' && !item.deleted) return `an attribute: ${name}`
  const text = onlyChild(element)
  return text instanceof Y.XmlText ? textFault(text) : 'a block that does not hold one text'
}

/** A second one that was deleted would still be there for those who read the items. */
function onlyChild({ _start: first }: Y.XmlElement): unknown {
  if (!first || first.deleted || first.right) return null
  return first.content instanceof Y.ContentType ? first.content.type : null
}

function textFault(text: Y.XmlText): string | null {
  if (text._map.size > 0) return 'an attribute of words'
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    if (!(item.content instanceof Y.ContentString)) return 'content that is not plain words'
  }
  return NOT_TEXT.test(text.toString()) ? 'characters that are not text' : null
}

/** Blocks of the text are never deleted, moved, retyped or renamed in a draft; a struck clause is an emptied one. */
function baseFault(draft: Y.Doc, text: Y.Doc): string | null {
  const standing = new Map(elementsOf(draft).map((element) => [blockIdOf(element), element]))
  for (const base of elementsOf(text)) {
    const here = standing.get(blockIdOf(base))
    if (!here || !sameItem(here._item, base._item) || here.nodeName !== base.nodeName)
      return 'a block of the text'
    if (!sameItem(here._map.get('id') ?? null, base._map.get('id') ?? null))
      return 'the id of a block of the text'
    if (!sameItem(here._first, base._first)) return 'the words of a block as a whole'
  }
  return null
}

const sameItem = (a: Y.Item | null, b: Y.Item | null): boolean =>
  a !== null && b !== null && a.id.client === b.id.client && a.id.clock === b.id.clock
