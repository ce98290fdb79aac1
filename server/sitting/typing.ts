import * as Y from 'yjs'
import { textRoot } from '../../shared/text.ts'
import { NOT_TEXT } from './draft-faults.ts'
import type { Reading, Store } from './update.ts'

/**
 * Whether an update only types and deletes words in clauses that stand: nearly every update is this, and what it
 * touches is all that needs looking at (rule P3). Where this says no, the whole draft is looked at, on a copy.
 *
 * `reading` has been read against the store of the same draft.
 */
export function isTyping({ items, deletes }: Reading, draft: Y.Doc): boolean {
  const root = textRoot(draft)
  const typed = new Typed(draft.store, root)
  return (
    items.every((item) => typed.take(item)) &&
    [...deletes].every(([client, ranges]) =>
      ranges.every(({ clock, len }) => deletesWords(draft.store, root, typed, client, clock, len)),
    )
  )
}

/** The words that the update has typed so far: later ones may stand beside them. */
class Typed {
  private readonly store: Store
  private readonly root: Y.XmlFragment
  private readonly taken: { readonly item: Y.Item; readonly words: Y.XmlText }[] = []

  constructor(store: Store, root: Y.XmlFragment) {
    this.store = store
    this.root = root
  }

  take(item: Y.Item): boolean {
    if (!(item.content instanceof Y.ContentString) || item.parentSub !== null) return false
    if (NOT_TEXT.test(item.content.str)) return false
    const words = this.place(item)
    if (!words) return false
    this.taken.push({ item, words })
    return true
  }

  /** The words that the item goes into; null where its neighbours don't agree or it is no clause that stands. */
  private place(item: Y.Item): Y.XmlText | null {
    const { origin, rightOrigin, parent } = item
    const left = origin && this.wordsAt(origin, 'left')
    const right = rightOrigin && this.wordsAt(rightOrigin, 'right')
    if (left !== null && right !== null) return left === right ? left : null
    if (origin ?? rightOrigin) return origin && rightOrigin ? null : (left ?? right)
    const id: unknown = parent
    return id instanceof Y.ID ? standingWords(contentType(Y.getItem(this.store, id)), this.root) : null
  }

  /** The words in which a character stands; null for anything else, and inside of an emoji. */
  private wordsAt(id: Y.ID, side: 'left' | 'right'): Y.XmlText | null {
    const mine = this.typedAt(id.client, id.clock)
    const item = mine?.item ?? Y.getItem(this.store, id)
    if (!(item instanceof Y.Item)) return null
    const at = id.clock - item.id.clock + (side === 'left' ? 1 : 0)
    if (cutsCharacter(item, at)) return null
    return mine ? mine.words : standingWords(item.parent, this.root)
  }

  typedAt(client: number, clock: number) {
    return this.taken.find(
      ({ item: { id, length } }) => id.client === client && id.clock <= clock && clock < id.clock + length,
    )
  }
}

/** Every character that the range deletes is one of words, and no emoji is cut in two. */
function deletesWords(
  store: Store,
  root: Y.XmlFragment,
  typed: Typed,
  client: number,
  clock: number,
  length: number,
): boolean {
  const structs = store.clients.get(client)
  const end = clock + length
  for (let at = clock; at < end; ) {
    const struct = typed.typedAt(client, at)?.item ?? structs?.[Y.findIndexSS(structs, at)]
    if (!(struct instanceof Y.Item) || struct.parentSub !== null) return false
    if (!struct.deleted) {
      const isWords = struct.content instanceof Y.ContentString
      const isHere = typed.typedAt(client, at) !== undefined || standingWords(struct.parent, root) !== null
      if (!isWords || !isHere) return false
      if (cutsCharacter(struct, at - struct.id.clock)) return false
      if (cutsCharacter(struct, Math.min(end - struct.id.clock, struct.length))) return false
    }
    at = struct.id.clock + struct.length
  }
  return true
}

/** The type is the words of a block that stands in the draft. */
function standingWords(type: unknown, root: Y.XmlFragment): Y.XmlText | null {
  if (!(type instanceof Y.XmlText) || type._item === null || type._item.deleted) return null
  const block: unknown = type._item.parent
  if (!(block instanceof Y.XmlElement) || block._item === null || block._item.deleted) return null
  const holder: unknown = block._item.parent
  return holder === root ? type : null
}

const contentType = (item: unknown): unknown =>
  item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null

/** Whether cutting the item's words before `at` would part the two halves of a character. */
function cutsCharacter({ content }: Y.Item, at: number): boolean {
  if (!(content instanceof Y.ContentString) || at <= 0 || at >= content.str.length) return false
  return (content.str.codePointAt(at - 1) ?? 0) > 0xffff
}
