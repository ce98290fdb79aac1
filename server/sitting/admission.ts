import * as Y from 'yjs'
import type { CapacityId, DraftId } from '../../shared/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { cloneText, readText } from '../../shared/text.ts'
import { DRAFT_LIMITS, faultOf } from './draft-faults.ts'
import type { State } from './state.ts'
import { isTyping } from './typing.ts'
import { LIMITS, readUpdate } from './update.ts'

/**
 * Rules P2 and P3. Bytes from a client are attacker-controlled: they are decoded and judged piece by piece. What
 * only types and deletes words is then safe. Anything else is tried on a copy of the draft, and refused whole if
 * the copy is no longer a draft of this text.
 */
export class Admission {
  private readonly state: State
  /** How many more UTF-16 units may be typed before the draft is measured again. */
  private readonly room = new Map<DraftId, number>()

  constructor(state: State) {
    this.state = state
  }

  /** Null: the update may be applied to the draft. */
  judge(id: DraftId, update: Uint8Array, holder: CapacityId): Refusal | null {
    if (update.length > LIMITS.bytes) return refuse('update/too-large', { limit: LIMITS.bytes })
    const draft = this.state.draft(id)
    const reading = readUpdate(update, draft.store, (pen) => this.state.holds(pen, id, holder))
    if (isRefusal(reading)) return reading
    if (isTyping(reading, draft) && this.hasRoom(id, draft, update.length)) return null
    return tryOnCopy(draft, this.state.text, update)
  }

  forget(draft: DraftId): void {
    this.room.delete(draft)
  }

  /** An update types fewer units than it has bytes. */
  private hasRoom(id: DraftId, draft: Y.Doc, bytes: number): boolean {
    const known = this.room.get(id) ?? 0
    const room = known >= bytes ? known : DRAFT_LIMITS.words - lengthOf(draft)
    this.room.set(id, room - bytes)
    return room >= bytes
  }
}

const lengthOf = (draft: Y.Doc): number => readText(draft).reduce((sum, { text }) => sum + text.length, 0)

function tryOnCopy(draft: Y.Doc, text: Y.Doc, update: Uint8Array): Refusal | null {
  const copy = cloneText(draft)
  try {
    Y.applyUpdate(copy, update)
  } catch {
    return refuse('update/not-allowed', { why: 'unreadable' })
  }
  const fault = faultOf(copy, text)
  copy.destroy()
  return fault ? refuse('update/not-allowed', { why: fault }) : null
}
