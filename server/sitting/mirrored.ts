import * as Y from 'yjs'
import type { DraftId } from '../../shared/ids.ts'
import { type Mirror, mirrorOfDraft, mirrorOfRecord, readKeys, writeMirror } from '../../shared/mirror.ts'
import type { Record } from '../../shared/record.ts'
import { recordRoot } from '../../shared/text.ts'
import type { State } from './state.ts'
import type { Tick } from './tick.ts'

/**
 * Keeps the declaration's document in step with the state: the text gets the updates that acts made, the record
 * is mirrored key by key. Where only drafts were written in, only their keys are looked at.
 */
export class Mirrored {
  private readonly state: State
  /** What stands in the map now. */
  private mirror: Map<string, unknown>
  private readonly drafts = new Map<DraftId, Mirror>()
  /** Text updates that the hall has not had yet. */
  private moves: Uint8Array[] = []
  /** Drafts that were written in since the room last saw them. */
  private readonly unseen = new Set<DraftId>()
  /** A journal may end between a draft's words and their mirror: the first time, everything is compared. */
  private isFresh = true

  constructor(state: State) {
    this.state = state
    this.mirror = readKeys(recordRoot(state.hall))
    state.text.on('update', (update: Uint8Array) => {
      this.moves.push(update)
    })
  }

  /** Whether drafts have grown that the room has not seen. */
  get isBehind(): boolean {
    return this.unseen.size > 0
  }

  /**
   * Brings the hall up to date after a tick: one update, or null when nothing that is public changed. What acts did
   * is always shown; growing drafts only when `showsDrafts`.
   */
  follow(tick: Tick, showsDrafts: boolean): Uint8Array | null {
    const { record } = this.state
    if (!record) return null
    for (const draft of tick.written) this.unseen.add(draft)
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    const { hall } = this.state
    hall.on('update', keep)
    // Written apart: a transaction that applies an update must not write under the document's own client id too,
    // or Yjs changes that id.
    for (const move of this.moves.splice(0)) Y.applyUpdate(hall, move)
    hall.transact(() => {
      if (tick.acts.length > 0 || this.isFresh) this.mirrorAll(record)
      else if (showsDrafts) this.mirrorDrafts(record)
    })
    hall.off('update', keep)
    return updates.length > 0 ? Y.mergeUpdates(updates) : null
  }

  private mirrorAll(record: Record): void {
    this.isFresh = false
    this.unseen.clear()
    const next = mirrorOfRecord(record, this.state.engrossed)
    this.drafts.clear()
    for (const { id } of Object.values(record.drafts)) {
      const keys = this.draftKeys(record, id)
      this.drafts.set(id, keys)
      for (const [key, value] of keys) next.set(key, value)
    }
    writeMirror(recordRoot(this.state.hall), this.mirror, next)
    this.mirror = next
  }

  private mirrorDrafts(record: Record): void {
    for (const draft of this.unseen) this.mirrorDraft(record, draft)
    this.unseen.clear()
  }

  private mirrorDraft(record: Record, id: DraftId): void {
    const before = this.drafts.get(id) ?? new Map()
    const now = this.draftKeys(record, id)
    writeMirror(recordRoot(this.state.hall), before, now)
    for (const key of before.keys()) this.mirror.delete(key)
    for (const [key, value] of now) this.mirror.set(key, value)
    this.drafts.set(id, now)
  }

  private draftKeys(record: Record, id: DraftId): Mirror {
    const draft = record.drafts[id]
    return draft ? mirrorOfDraft(draft, this.state.draftEdits(id)) : new Map()
  }
}
