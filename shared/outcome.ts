import * as Y from 'yjs'
import { saysNothingNew } from './carried.ts'
import { supersededBy } from './compromise.ts'
import type { Edits } from './edits.ts'
import type { AmendmentId } from './ids.ts'
import { Sight } from './items.ts'
import { fallingWith } from './order.ts'
import { type Amendment, type Record, wordingInForce } from './record.ts'
import { remains } from './remains.ts'
import { type Fate, standing } from './standing.ts'
import { isInForce, subAmendments } from './subamendment.ts'
import { cloneText } from './text.ts'

export interface Outcome {
  /** Those that can be accepted, in turn; what an earlier one leaves nothing of can not. */
  readonly accepted: readonly AmendmentId[]
  /** Of every pending amendment. */
  readonly fates: Readonly<{ [id: AmendmentId]: Fate }>
}

/**
 * Tries any combination, before anybody decides: the amendments are accepted in turn on a copy of the text, with
 * all that an acceptance brings about, in the same way as the decisions would be taken.
 */
export function outcomeOf(
  text: Y.Doc,
  record: Pick<Record, 'amendments'>,
  engrossed: ReadonlyMap<AmendmentId, Uint8Array>,
  chosen: readonly AmendmentId[],
): Outcome {
  const trial = new Trial(cloneText(text), record)
  for (const id of chosen) {
    const amendment = record.amendments[id]
    const update = engrossed.get(id)
    if (amendment?.state === 'pending' && update) trial.accept(amendment, update)
  }
  const pending = Object.values(record.amendments).filter(({ state }) => state === 'pending')
  const fates = Object.fromEntries(pending.map((it) => [it.id, trial.fateOf(it)]))
  trial.copy.destroy()
  return { accepted: trial.accepted, fates }
}

/** Acceptances one after the other, on a copy of the text. */
class Trial {
  readonly copy: Y.Doc
  readonly accepted: AmendmentId[] = []
  private readonly record: Pick<Record, 'amendments'>
  /** What ended, and how: the first thing that ends an amendment is what ended it. */
  private readonly ended = new Map<AmendmentId, Fate>()
  private readonly words: Edits[] = []
  private sight: Sight

  constructor(copy: Y.Doc, record: Pick<Record, 'amendments'>) {
    this.copy = copy
    this.record = record
    this.sight = Sight.of(copy)
  }

  accept(amendment: Amendment, update: Uint8Array): void {
    const fate = this.fateOf(amendment)
    if (fate !== 'stands' && fate !== 'partly overtaken') return
    // A sub-amendment changes no text; and what it amends can't be decided before it.
    if (amendment.amends || subAmendments(this.record, amendment.id).some((it) => this.isOpen(it))) return
    const { edits } = wordingInForce(amendment)
    const left = remains(this.copy, this.sight, { edits, engrossed: update })
    if (!left.update) return
    Y.applyUpdate(this.copy, left.update)
    this.sight = Sight.of(this.copy)
    this.accepted.push(amendment.id)
    this.words.push(edits)
    this.end(amendment.id, 'accepted')
    for (const id of supersededBy(amendment, this.record)) this.end(id, 'superseded')
    for (const id of fallingWith(amendment.id, this.record)) this.end(id, 'falls')
  }

  /** Whether a sub-amendment stands on the wording that is in force. */
  private isOpen({ amends }: Amendment): boolean {
    const parent = amends ? this.record.amendments[amends.amendment] : undefined
    return amends !== null && parent?.state === 'pending' && isInForce(parent, amends)
  }

  fateOf(amendment: Amendment): Fate {
    const { edits } = wordingInForce(amendment)
    if (amendment.amends)
      return this.ended.get(amendment.id) ?? (this.isOpen(amendment) ? 'stands' : 'overtaken')
    const carried = saysNothingNew(edits, this.words)
    return this.ended.get(amendment.id) ?? (carried ? 'carried' : standing(edits, this.sight))
  }

  private end(id: AmendmentId, fate: Fate): void {
    if (this.ended.has(id)) return
    this.ended.set(id, fate)
    if (fate !== 'accepted') for (const sub of subAmendments(this.record, id)) this.end(sub.id, 'falls')
  }
}
