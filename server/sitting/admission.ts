import * as Y from 'yjs'
import type { CapacityId, DraftId } from '../../shared/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { cloneText } from '../../shared/text.ts'
import { faultOf } from './draft-faults.ts'
import type { State } from './state.ts'
import { LIMITS, readUpdate } from './update.ts'

/**
 * Rules P2 and P3. Bytes from a client are attacker-controlled: they are decoded and judged piece by piece, then
 * tried on a copy of the draft, and refused whole if the copy is no longer a draft of this text. What is admitted
 * is what the copy emitted, never the bytes that came in.
 */
export class Admission {
  private readonly state: State
  private readonly copies = new Map<DraftId, { readonly doc: Y.Doc; readonly unfollow: () => void }>()

  constructor(state: State) {
    this.state = state
  }

  /** The update to journal, apply and send on; null when it brings nothing new. */
  admit(draft: DraftId, update: Uint8Array, holder: CapacityId): Uint8Array | null | Refusal {
    if (update.length > LIMITS.bytes) return refuse('update/too-large', { limit: LIMITS.bytes })
    const copy = this.copyOf(draft)
    const read = readUpdate(update, copy.store, (pen) => this.state.holds(pen, draft, holder))
    if (isRefusal(read)) return read
    return this.tryOn(draft, copy, update)
  }

  forget(draft: DraftId): void {
    this.copies.get(draft)?.unfollow()
    this.copies.delete(draft)
  }

  private tryOn(draft: DraftId, copy: Y.Doc, update: Uint8Array): Uint8Array | null | Refusal {
    let emitted: Uint8Array | null = null
    const keep = (bytes: Uint8Array) => {
      emitted = bytes
    }
    copy.on('update', keep)
    try {
      Y.applyUpdate(copy, update)
    } catch {
      this.forget(draft)
      return refuse('update/not-allowed', { why: 'unreadable' })
    }
    copy.off('update', keep)
    const fault = emitted ? faultOf(copy, this.state.text) : null
    if (fault) this.forget(draft)
    return fault ? refuse('update/not-allowed', { why: fault }) : emitted
  }

  /** In step with the draft: it follows the draft's own updates, its members' and the text's. */
  private copyOf(draft: DraftId): Y.Doc {
    const known = this.copies.get(draft)
    if (known) return known.doc
    const original = this.state.drafts.get(draft)
    if (!original) throw new Error(`draft ${draft} is not open`)
    const copy = cloneText(original)
    const follow = (update: Uint8Array) => Y.applyUpdate(copy, update)
    original.on('update', follow)
    this.copies.set(draft, { doc: copy, unfollow: () => original.off('update', follow) })
    return copy
  }
}
