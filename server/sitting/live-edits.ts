import * as Y from 'yjs'
import { type Edits, editsOf, type Hunk, hunksOf, isOfText } from '../../shared/edits.ts'
import type { BlockId, DraftId } from '../../shared/ids.ts'
import { type Sight, walkBlock } from '../../shared/items.ts'
import { blockIdOf, elementsOf } from '../../shared/text.ts'

/**
 * The edits of the open drafts, kept: when somebody types, only the clause in which they typed is compared again.
 */
export class LiveEdits {
  private readonly known = new Map<DraftId, Known>()

  /** A shared type of the draft changed. Words of a block of the text are the light case; all else is the heavy one. */
  touch(draft: DraftId, type: unknown): void {
    const known = this.known.get(draft)
    if (!known) return
    const block: unknown = type instanceof Y.XmlText ? type._item?.parent : null
    if (block instanceof Y.XmlElement) known.touched.add(block)
    else this.known.delete(draft)
  }

  edits(draft: DraftId, doc: Y.Doc, sight: Sight): Edits {
    const known = this.known.get(draft)
    const fresh = known ? caughtUp(known, sight) : null
    const next = fresh ?? {
      edits: editsOf(sight, doc),
      order: elementsOf(doc).map(blockIdOf),
      touched: new Set(),
    }
    this.known.set(draft, next)
    return next.edits
  }

  forget(draft: DraftId): void {
    this.known.delete(draft)
  }

  /** The text moved: every comparison is void. */
  forgetAll(): void {
    this.known.clear()
  }
}

interface Known {
  readonly edits: Edits
  /** Blocks of the draft in order, which their hunks keep. */
  readonly order: readonly BlockId[]
  readonly touched: Set<Y.XmlElement>
}

/** Null where a block of the draft's own was touched. */
function caughtUp(known: Known, sight: Sight): Known | null {
  if (known.touched.size === 0) return known
  const byClause = new Map<BlockId, readonly Hunk[]>()
  for (const clause of known.order) byClause.set(clause, [])
  for (const hunk of known.edits.hunks)
    byClause.set(hunk.clause, [...(byClause.get(hunk.clause) ?? []), hunk])
  for (const element of known.touched) {
    const block = walkBlock(element)
    if (!block || !isOfText(sight, block)) return null
    byClause.set(block.id, hunksOf(sight, block))
  }
  const hunks = [...byClause.values()].flat()
  return { edits: { ...known.edits, hunks }, order: known.order, touched: new Set() }
}
