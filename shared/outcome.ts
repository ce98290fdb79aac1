import * as Y from 'yjs'
import { carriedBy, placesOf, saysNothingNew } from './carried.ts'
import { supersededBy } from './compromise.ts'
import type { Edits } from './edits.ts'
import { asAmended } from './engross.ts'
import type { AmendmentId } from './ids.ts'
import { Sight } from './items.ts'
import { fallingWith } from './order.ts'
import { type Amendment, type Record, wordingInForce } from './record.ts'
import { remains } from './remains.ts'
import { type Fate, standing } from './standing.ts'
import { isInForce, subAmendments } from './subamendment.ts'
import { cloneText, readText } from './text.ts'

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
  const trial = new Trial(cloneText(text), record, engrossed)
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
  private readonly engrossed: ReadonlyMap<AmendmentId, Uint8Array>
  /** What ended, and how: the first thing that ends an amendment is what ended it. */
  private readonly ended = new Map<AmendmentId, Fate>()
  private readonly words: Edits[] = []
  private sight: Sight

  constructor(
    copy: Y.Doc,
    record: Pick<Record, 'amendments'>,
    engrossed: ReadonlyMap<AmendmentId, Uint8Array>,
  ) {
    this.copy = copy
    this.record = record
    this.engrossed = engrossed
    this.sight = Sight.of(copy)
  }

  accept(amendment: Amendment, update: Uint8Array): void {
    const fate = this.fateOf(amendment)
    if (!canBeAccepted(fate)) return
    // A sub-amendment changes no text; and what it amends can't be decided before it.
    const subs = subAmendments(this.record, amendment.id)
    if (amendment.amends || subs.some((it) => canBeAccepted(this.fateOf(it)))) return
    const { edits } = wordingInForce(amendment)
    const left = remains(this.copy, this.sight, { edits, engrossed: update })
    if (!left.update) return
    Y.applyUpdate(this.copy, left.update)
    this.sight = Sight.of(this.copy)
    this.accepted.push(amendment.id)
    this.words.push(edits)
    this.end(amendment.id, 'accepted')
    const gone = [
      ...supersededBy(amendment, this.record).filter((id) => this.end(id, 'superseded')),
      ...fallingWith(amendment.id, this.record).filter((id) => this.end(id, 'falls')),
    ]
    for (const id of gone) for (const sub of subAmendments(this.record, id)) this.end(sub.id, 'falls')
  }

  /** One that was accepted, before or now, says the same, and its words still stand. */
  private isCarried(amendment: Amendment): boolean {
    const wording = wordingInForce(amendment)
    const isSaid =
      this.words.some((it) => saysNothingNew(wording.edits, [it])) ||
      carriedBy(wording, this.record.amendments) !== null
    if (!isSaid) return false
    const texts = new Map(readText(this.copy).map(({ id, text }) => [id, text]))
    return placesOf(wording.edits).every(([clause, words]) =>
      clause === null ? [...texts.values()].includes(words) : texts.get(clause)?.includes(words),
    )
  }

  /** What is left of a sub-amendment: it stands on one wording of its parent, as that would leave the text. */
  private fateOfSub({ amends, ...sub }: Amendment): Fate {
    const parent = amends ? this.record.amendments[amends.amendment] : undefined
    const engrossed = parent && this.engrossed.get(parent.id)
    if (!amends || !engrossed || this.ended.has(parent.id) || !isInForce(parent, amends)) return 'overtaken'
    const { update } = remains(this.copy, this.sight, { edits: wordingInForce(parent).edits, engrossed })
    if (!update) return 'overtaken'
    return standing(wordingInForce(sub).edits, Sight.of(asAmended(this.copy, [update])))
  }

  fateOf(amendment: Amendment): Fate {
    const { edits } = wordingInForce(amendment)
    if (amendment.amends) return this.ended.get(amendment.id) ?? this.fateOfSub(amendment)
    const carried = this.isCarried(amendment)
    return this.ended.get(amendment.id) ?? (carried ? 'carried' : standing(edits, this.sight))
  }

  /** False where it had ended in this trial already: then it gives way to nothing more. */
  private end(id: AmendmentId, fate: Fate): boolean {
    if (this.ended.has(id)) return false
    this.ended.set(id, fate)
    return true
  }
}

const canBeAccepted = (fate: Fate): boolean => fate === 'stands' || fate === 'partly overtaken'
