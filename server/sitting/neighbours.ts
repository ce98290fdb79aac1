import * as Y from 'yjs'
import { textRoot } from '../../shared/text.ts'
import { itemAt, type Newcomers, type Store } from './update.ts'

/**
 * Where the items of an update would stand. Honest words are written between two characters that are side by
 * side; an undo, or somebody else's words that the writer had not seen, may have come between them.
 */
export interface Neighbourhood {
  /** Every item comes between two that are side by side. */
  readonly adjacent: boolean
  /** How many items must be passed to find the others their places. */
  readonly effort: number
}

/** Farther than this nobody looks: it costs too much already. */
const HORIZON = 100_000

/** Null: neighbours are named in the wrong order, and who joins later would see another text. */
export function neighbourhood(items: Newcomers, draft: Y.Doc): Neighbourhood | null {
  const line = new Line(items, draft)
  let adjacent = true
  let effort = 0
  for (const item of items) {
    if (item.parentSub !== null || items.moves.has(item) || line.add(item)) continue
    const distance = line.distance(item)
    if (distance === null) return null
    adjacent = false
    effort += distance
  }
  return { adjacent, effort }
}

/** Characters of the draft between which an item of the update comes to stand, and the type that holds it. */
interface Place {
  readonly left: Y.ID | null
  readonly right: Y.ID | null
  readonly parent: string
}

/** The characters of the draft in their order, with those of the update put in as they come. */
class Line {
  private readonly items: Newcomers
  private readonly store: Store
  private readonly root: Y.XmlFragment
  private readonly places = new Map<Y.Item, Place>()
  /** Who stands after a character, or first in a type, where the update changed that. */
  private readonly after = new Map<string, Y.ID | null>()

  constructor(items: Newcomers, draft: Y.Doc) {
    this.items = items
    this.store = draft.store
    this.root = textRoot(draft)
  }

  /** Puts the item in its place; false where others stand between its neighbours. */
  add(item: Y.Item): boolean {
    const { origin, rightOrigin } = item
    const place = this.placeOf(item)
    this.places.set(item, place)
    const before = origin ? keyOf(origin) : `first in ${place.parent}`
    const next = this.after.has(before) ? this.after.get(before) : this.nextInDraft(origin, place.parent)
    if (!Y.compareIDs(next ?? null, rightOrigin)) return false
    this.after.set(before, item.id)
    this.after.set(keyOf(item.lastId), rightOrigin)
    return true
  }

  /** How many items stand between the neighbours; null: they are in the wrong order. */
  distance(item: Y.Item): number | null {
    const { left, right, parent } = this.places.get(item) ?? this.placeOf(item)
    const end = right && Y.getItem(this.store, right)
    let passed = this.places.size
    let at = left ? Y.getItem(this.store, left) : this.firstIn(parent)
    if (left && right && at === end) return left.clock < right.clock ? passed : null
    if (left) at = rightOf(at)
    for (; at && at !== end; at = rightOf(at)) if (++passed > HORIZON) return passed
    return at === end ? passed : null
  }

  private placeOf({ origin, rightOrigin, parent }: Y.Item): Place {
    const before = origin && this.newcomerAt(origin)
    const behind = rightOrigin && this.newcomerAt(rightOrigin)
    const neighbour = origin ?? rightOrigin
    return {
      left: before ? before.left : origin,
      right: behind ? behind.right : rightOrigin,
      parent:
        (before ?? (origin ? null : behind))?.parent ??
        (neighbour ? this.parentAt(neighbour) : nameOf(parent)),
    }
  }

  private newcomerAt(id: Y.ID): Place | null {
    const item = this.items.at(id)
    return item && (this.places.get(item) ?? null)
  }

  private parentAt(id: Y.ID): string {
    const { parent } = Y.getItem(this.store, id)
    return parent instanceof Y.AbstractType && parent._item ? keyOf(parent._item.id) : ROOT
  }

  private nextInDraft(origin: Y.ID | null, parent: string): Y.ID | null {
    if (!origin) return this.firstIn(parent)?.id ?? null
    const item = itemAt(origin, this.items, this.store)
    if (item && origin.clock < item.lastId.clock) return Y.createID(origin.client, origin.clock + 1)
    return rightOf(item)?.id ?? null
  }

  /** A type that the update itself makes holds nothing yet. */
  private firstIn(parent: string): Y.Item | null {
    if (parent === ROOT) return this.root._start
    const [client = 0, clock = 0] = parent.split(' ').map(Number)
    if (clock >= Y.getState(this.store, client)) return null
    const { content } = Y.getItem(this.store, Y.createID(client, clock))
    return content instanceof Y.ContentType ? content.type._start : null
  }
}

const ROOT = 'root'
const keyOf = ({ client, clock }: Y.ID): string => `${client} ${clock}`
const nameOf = (parent: unknown): string => (parent instanceof Y.ID ? keyOf(parent) : ROOT)
const rightOf = (item: Y.Item | null): Y.Item | null => (item?.right instanceof Y.Item ? item.right : null)
