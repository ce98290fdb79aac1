import type { CapacityId, DraftId, Pen } from '../../shared/ids.ts'
import { FIRST_PEN } from '../../shared/text.ts'
import type { PenEntry } from '../archive/contract.ts'

/** Every pen that was given out (rule P2). */
export class Pens {
  private readonly given = new Map<Pen, PenEntry>()
  private last: Pen = FIRST_PEN

  give(entry: PenEntry): void {
    this.given.set(entry.pen, entry)
    this.last = Math.max(this.last, entry.pen)
  }

  next = (): Pen => this.last + 1

  /** Whether the pen was given to this holder for this draft. */
  holds(pen: Pen, draft: DraftId, holder: CapacityId): boolean {
    const entry = this.given.get(pen)
    return entry?.draft === draft && entry.holder === holder
  }

  get size(): number {
    return this.given.size
  }

  /** In the order in which they were given. */
  values = (): IterableIterator<PenEntry> => this.given.values()
}
