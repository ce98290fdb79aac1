import * as Y from 'yjs'
import { touched } from '../../shared/edits.ts'
import type { AmendmentId, BlockId } from '../../shared/ids.ts'
import { type Effect, type Record, wordingInForce } from '../../shared/record.ts'
import { blockIdOf } from '../../shared/text.ts'
import type { State } from './state.ts'

/**
 * What each pending amendment would do to the text as it stands, kept: when a clause moves, only the amendments
 * that touch it are tried again. With a thousand pending, a decision then costs a seventh of them and not all.
 */
export class Effects {
  private readonly state: State
  private readonly known = new Map<AmendmentId, Effect>()
  /** Clauses that moved since the effects were last asked for. */
  private readonly moved = new Set<BlockId>()
  /** Whether clauses came since then: another's new clause may be theirs word for word. */
  private hasGrown = false

  constructor(state: State) {
    this.state = state
    state.text.on('afterTransaction', ({ changed }: Y.Transaction) => {
      for (const type of changed.keys()) this.touch(type)
    })
  }

  /** The amendment has another wording, or is pending no more; so is what it amends, and what amends it. */
  forget(amendment: AmendmentId, { amendments }: Record): void {
    const parent = amendments[amendment]?.amends?.amendment ?? amendment
    this.known.delete(amendment)
    this.known.delete(parent)
    for (const { id, amends } of Object.values(amendments)) {
      if (amends?.amendment === amendment || amends?.amendment === parent) this.known.delete(id)
    }
  }

  ofPending(record: Record): { [id: AmendmentId]: Effect } {
    const effects: { [id: AmendmentId]: Effect } = {}
    for (const amendment of Object.values(record.amendments)) {
      if (amendment.state !== 'pending') continue
      const { edits } = wordingInForce(amendment)
      const isMoved =
        (this.moved.size > 0 && touches(touched(edits), this.moved)) ||
        (this.hasGrown && edits.added.length > 0)
      const known = isMoved ? undefined : this.known.get(amendment.id)
      const effect = known ?? this.state.effectOf(amendment)
      this.known.set(amendment.id, effect)
      effects[amendment.id] = effect
    }
    this.moved.clear()
    this.hasGrown = false
    return effects
  }

  private touch(type: unknown): void {
    const block: unknown = type instanceof Y.XmlText ? type.parent : type
    if (block instanceof Y.XmlElement) this.moved.add(blockIdOf(block))
    else this.hasGrown = true
  }
}

const touches = (clauses: ReadonlySet<BlockId>, moved: ReadonlySet<BlockId>): boolean => {
  for (const clause of clauses) if (moved.has(clause)) return true
  return false
}
