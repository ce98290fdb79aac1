import * as Y from 'yjs'
import type { Edits } from '../../shared/edits.ts'
import type { AmendmentId, DraftId } from '../../shared/ids.ts'
import { type Mirror, mirrorOf, writeMirror } from '../../shared/mirror.ts'
import type { Effect, Record } from '../../shared/record.ts'
import { recordRoot } from '../../shared/text.ts'
import type { State } from './state.ts'
import type { Tick } from './tick.ts'

/**
 * Keeps the declaration's document in step with the state: the text gets the updates that acts made, the record
 * is mirrored key by key. What it computes from the text (effects of pending amendments, edits of live drafts)
 * it keeps until the text or the draft moves.
 */
export class Mirrored {
  private readonly state: State
  private mirror: Mirror
  private readonly effects = new Map<AmendmentId, Effect>()
  private readonly live = new Map<DraftId, Edits>()
  /** Text updates that the hall has not had yet. */
  private moves: Uint8Array[] = []

  constructor(state: State) {
    this.state = state
    this.mirror = new Map(recordRoot(state.hall).entries())
    state.text.on('update', (update: Uint8Array) => {
      this.moves.push(update)
      this.effects.clear()
      this.live.clear()
    })
  }

  /** Brings the hall up to date after a tick: one update, or null when nothing that is public changed. */
  follow(tick: Tick): Uint8Array | null {
    const { record } = this.state
    if (!record) return null
    for (const draft of tick.written) this.live.delete(draft)
    for (const { act } of tick.acts) if ('amendment' in act) this.effects.delete(act.amendment)
    const next = mirrorOf({ record, effects: this.effectsOf(record), live: this.liveOf(record) })
    const update = this.write(next)
    this.mirror = next
    return update
  }

  /**
   * Text and record go out as one update, but are written apart: a transaction that applies an update must not
   * write under the document's own client id too, or Yjs changes that id.
   */
  private write(next: Mirror): Uint8Array | null {
    const { hall } = this.state
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    hall.on('update', keep)
    for (const move of this.moves.splice(0)) Y.applyUpdate(hall, move)
    hall.transact(() => writeMirror(recordRoot(hall), this.mirror, next))
    hall.off('update', keep)
    return updates.length > 0 ? Y.mergeUpdates(updates) : null
  }

  private effectsOf(record: Record): { [id: AmendmentId]: Effect } {
    const pending = Object.values(record.amendments).filter(({ state }) => state === 'pending')
    return Object.fromEntries(
      pending.map((amendment) => [
        amendment.id,
        remember(this.effects, amendment.id, () => this.state.effectOf(amendment)),
      ]),
    )
  }

  private liveOf(record: Record): { [id: DraftId]: Edits } {
    const shared = Object.values(record.drafts).filter(({ sharing }) => sharing === 'live')
    return Object.fromEntries(
      shared.map(({ id }) => [id, remember(this.live, id, () => this.state.draftEdits(id))]),
    )
  }
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
