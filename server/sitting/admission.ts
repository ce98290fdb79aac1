import * as Y from 'yjs'
import type { CapacityId, DraftId } from '../../shared/ids.ts'
import { walkBlocks } from '../../shared/items.ts'
import { readMoves } from '../../shared/moves.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { cloneText, readText } from '../../shared/text.ts'
import { Pace } from '../pace.ts'
import { DRAFT_LIMITS, faultOf } from './draft-faults.ts'
import { neighbourhood } from './neighbours.ts'
import type { State } from './state.ts'
import { isTyping } from './typing.ts'
import { LIMITS, readUpdate } from './update.ts'

/** In items of drafts that were copied for a trial. Somebody who types needs none; an honest hour needs few. */
const TRIALS = { burst: 3_000_000, perSecond: 100_000 }

/**
 * Rules P2 and P3. Bytes from a client are attacker-controlled: they are decoded and judged piece by piece. What
 * only types and deletes words is then safe. Anything else is tried on a copy of the draft, and refused whole if
 * the copy is no longer a draft of this text.
 */
export class Admission {
  private readonly state: State
  /** How many more UTF-16 units may be typed before the draft is measured again. */
  private readonly room = new Map<DraftId, number>()
  private readonly trials = new Map<CapacityId, Pace>()
  private readonly now: () => number

  /** `now` in milliseconds. */
  constructor(state: State, now: () => number = () => performance.now()) {
    this.state = state
    this.now = now
  }

  /** Null: the update may be applied to the draft. */
  judge(id: DraftId, update: Uint8Array, holder: CapacityId): Refusal | null {
    try {
      return this.judgePieces(id, update, holder)
    } catch {
      // Judging changes nothing: bytes that nobody thought of cost nobody but their sender.
      return refuse('update/not-allowed', { why: 'unreadable' })
    }
  }

  forget(draft: DraftId): void {
    this.room.delete(draft)
  }

  private judgePieces(id: DraftId, update: Uint8Array, holder: CapacityId): Refusal | null {
    if (update.length > LIMITS.bytes) return refuse('update/too-large', { limit: LIMITS.bytes })
    const draft = this.state.draft(id)
    const reading = readUpdate(update, draft.store, (pen) => this.state.pens.holds(pen, id, holder))
    if (isRefusal(reading)) return reading
    const around = neighbourhood(reading.items, draft)
    if (!around) return refuse('update/not-allowed', { why: 'neighbours in the wrong order' })
    if (around.effort > LIMITS.effort) return refuse('update/too-large', { limit: LIMITS.effort })
    const items = itemsIn(draft)
    if (items > DRAFT_LIMITS.items) return refuse('update/too-large', { limit: DRAFT_LIMITS.items })
    if (around.adjacent && isTyping(reading, draft) && this.hasRoom(id, draft, update.length)) return null
    if (!this.mayTry(holder, items)) return refuse('request/too-many')
    return tryOnCopy(draft, this.state.text, update)
  }

  /** An update types fewer units than it has bytes. */
  private hasRoom(id: DraftId, draft: Y.Doc, bytes: number): boolean {
    const known = this.room.get(id) ?? 0
    const room = known >= bytes ? known : DRAFT_LIMITS.words - lengthOf(draft)
    this.room.set(id, room - bytes)
    return room >= bytes
  }

  /** Copies are what a hostile member could keep everybody waiting with. */
  private mayTry(holder: CapacityId, items: number): boolean {
    const now = this.now()
    const pace = this.trials.get(holder) ?? new Pace(TRIALS.burst, TRIALS.perSecond, now)
    this.trials.set(holder, pace)
    return pace.allows(items, now)
  }
}

const lengthOf = (draft: Y.Doc): number => readText(draft).reduce((sum, { text }) => sum + text.length, 0)

function itemsIn({ store }: Y.Doc): number {
  let count = 0
  for (const structs of store.clients.values()) count += structs.length
  return count
}

function tryOnCopy(draft: Y.Doc, text: Y.Doc, update: Uint8Array): Refusal | null {
  const copy = cloneText(draft)
  try {
    Y.applyUpdate(copy, update)
    const fault = faultOf(copy, text) ?? (readsAlike(copy, cloneText(copy)) ? null : 'an order of its own')
    return fault ? refuse('update/not-allowed', { why: fault }) : null
  } catch {
    return refuse('update/not-allowed', { why: 'unreadable' })
  } finally {
    copy.destroy()
  }
}

/** Whoever joins later gets everything at once, and must find the same order. */
const readsAlike = (a: Y.Doc, b: Y.Doc): boolean =>
  JSON.stringify([readMoves(a), orderOf(a)]) === JSON.stringify([readMoves(b), orderOf(b)])

/** Blocks and their words by id. How Yjs happens to have cut its items says nothing. */
const orderOf = (doc: Y.Doc) =>
  walkBlocks(doc).map(({ item, deleted, runs }) => {
    const order: number[] = []
    let next = ''
    for (const { client, clock, text, deleted } of runs) {
      if (next !== `${client} ${clock} ${deleted}`) order.push(client, clock)
      next = `${client} ${clock + text.length} ${deleted}`
    }
    return [item, deleted, order]
  })
