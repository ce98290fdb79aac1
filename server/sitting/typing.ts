import * as Y from 'yjs'
import { NOT_TEXT } from '../../shared/characters.ts'
import { textRoot } from '../../shared/text.ts'
import { itemAt, type Newcomers, type Reading, type Store } from './update.ts'

/**
 * Whether an update only types and deletes words in clauses that stand: nearly every update is this, and what it
 * touches is all that needs looking at (rule P3). Where this says no, the whole draft is looked at, on a copy.
 *
 * `reading` has been read against the store of the same draft, and every item of it comes between two that are
 * side by side there (`neighbourhood`).
 */
export function isTyping({ items, deletes }: Reading, draft: Y.Doc): boolean {
  const root = textRoot(draft)
  const typed = new Typed(items, draft.store, root)
  for (const item of items) if (!typed.take(item)) return false
  for (const [client, ranges] of deletes) {
    for (const { clock, len } of ranges) if (!typed.deletesWords(client, clock, len)) return false
  }
  return true
}

/** The words that the update has typed so far: later ones may stand beside them. */
class Typed {
  private readonly items: Newcomers
  private readonly store: Store
  private readonly root: Y.XmlFragment
  private readonly taken = new Set<Y.Item>()

  constructor(items: Newcomers, store: Store, root: Y.XmlFragment) {
    this.items = items
    this.store = store
    this.root = root
  }

  take(item: Y.Item): boolean {
    if (!(item.content instanceof Y.ContentString) || item.parentSub !== null) return false
    if (NOT_TEXT.test(item.content.str) || !this.standsInWords(item)) return false
    this.taken.add(item)
    return true
  }

  /** Beside words of a clause that stands, or alone in a clause that has none. */
  private standsInWords({ origin, rightOrigin, parent }: Y.Item): boolean {
    const id: unknown = origin ?? rightOrigin ?? parent
    if (!(id instanceof Y.ID)) return false
    const item = itemAt(id, this.items, this.store)
    if (!item) return false
    if (this.taken.has(item)) return id !== parent
    const isNeighbour = origin !== null || rightOrigin !== null
    return isStandingWords(isNeighbour ? item.parent : contentType(item), this.root)
  }

  /** Every character that the range deletes is one of words. */
  deletesWords(client: number, clock: number, length: number): boolean {
    const end = clock + length
    for (let at = clock; at < end; ) {
      const item = itemAt(Y.createID(client, at), this.items, this.store)
      if (!item || item.parentSub !== null) return false
      const isWords = item.content instanceof Y.ContentString
      const isHere = this.taken.has(item) || isStandingWords(item.parent, this.root)
      if (!item.deleted && !(isWords && isHere)) return false
      at = item.id.clock + item.length
    }
    return true
  }
}

/** The type is the words of a block that stands in the draft. */
function isStandingWords(type: unknown, root: Y.XmlFragment): boolean {
  if (!(type instanceof Y.XmlText) || type._item === null || type._item.deleted) return false
  const block: unknown = type._item.parent
  if (!(block instanceof Y.XmlElement) || block._item === null || block._item.deleted) return false
  return block._item.parent === root
}

const contentType = ({ content }: Y.Item): unknown => (content instanceof Y.ContentType ? content.type : null)
