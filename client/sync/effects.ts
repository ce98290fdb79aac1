import * as Y from 'yjs'
import { type Amendment, type Effect, wordingInForce } from '../../shared/amendment.ts'
import { carriedBy } from '../../shared/carried.ts'
import { movesOf, touched } from '../../shared/edits.ts'
import { effectOf, type Ground, type Sheet, sheetOf } from '../../shared/effect.ts'
import type { AmendmentId, BlockId, ById } from '../../shared/ids.ts'
import { movesRoot } from '../../shared/moves.ts'
import { blockIdOf, textRoot } from '../../shared/text.ts'

/**
 * What each pending amendment would do to the text as it stands, kept: when a clause moves, only the amendments that
 * touch it are looked at again. They are what `readMirror` says.
 */
export class Effects {
  private readonly text: Y.Doc
  private readonly known = new Map<AmendmentId, Known>()
  private effects: ById<Effect> = {}
  /** Null: the text has moved. */
  private sheet: Sheet | null = null
  /** Clauses that moved since the effects were last asked for. */
  private readonly moved = new Set<BlockId>()
  private seen: ById<Amendment> | null = null

  constructor(text: Y.Doc) {
    this.text = text
    textRoot(text).observeDeep((events) => {
      this.sheet = null
      for (const { target } of events) this.touch(target)
    })
    movesRoot(text).observe(() => {
      this.sheet = null
      this.moved.add('')
    })
  }

  /** Of all that are pending; the same object for as long as nothing changed. */
  of(amendments: ById<Amendment>, engrossed: Ground['engrossed']): ById<Effect> {
    if (this.sheet && this.seen === amendments) return this.effects
    this.sheet ??= sheetOf(this.text)
    const ground = { text: this.sheet, amendments, engrossed }
    const pending = Object.values(amendments).filter(({ state }) => state === 'pending')
    this.effects = Object.fromEntries(pending.map((it) => [it.id, this.one(ground, it)]))
    for (const id of this.known.keys()) if (!this.effects[id]) this.known.delete(id)
    this.moved.clear()
    this.seen = amendments
    return this.effects
  }

  private one(ground: Ground, amendment: Amendment): Effect {
    const causes = causesOf(ground, amendment)
    const known = this.known.get(amendment.id)
    if (known && !this.isMoved(known) && causes.every((cause, index) => cause === known.causes[index])) {
      return known.effect
    }
    const effect = effectOf(ground, amendment)
    this.known.set(amendment.id, { effect, causes, clauses: clausesOf(ground, amendment) })
    return effect
  }

  /** Null: every clause matters to it, since its new clause may be another's word for word, or stands elsewhere now. */
  private isMoved({ clauses }: Known): boolean {
    if (this.moved.size === 0) return false
    return clauses === null || [...clauses].some((clause) => this.moved.has(clause))
  }

  private touch(type: unknown): void {
    const block: unknown = type instanceof Y.XmlText ? type.parent : type
    this.moved.add(block instanceof Y.XmlElement ? blockIdOf(block) : '')
  }
}

interface Known {
  readonly effect: Effect
  /** All that it follows from, besides the text. */
  readonly causes: readonly unknown[]
  readonly clauses: ReadonlySet<BlockId> | null
}

const parentOf = ({ amendments }: Ground, { amends }: Amendment): Amendment | undefined =>
  amends ? amendments[amends.amendment] : undefined

function causesOf(ground: Ground, amendment: Amendment): readonly unknown[] {
  const { amendments, engrossed } = ground
  const parent = parentOf(ground, amendment)
  const wording = wordingInForce(amendment)
  return [
    ...[engrossed(amendment.id), wording, carriedBy(wording, amendments)],
    ...(parent ? [engrossed(parent.id), wordingInForce(parent), parent.state] : []),
  ]
}

function clausesOf(ground: Ground, amendment: Amendment): ReadonlySet<BlockId> | null {
  const parent = parentOf(ground, amendment)
  const all = [amendment, ...(parent ? [parent] : [])].map((it) => wordingInForce(it).edits)
  const isPlaced = all.some((edits) => edits.added.length + movesOf(edits).length > 0)
  return isPlaced ? null : new Set(all.flatMap((it) => [...touched(it)]))
}
