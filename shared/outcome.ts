import * as Y from 'yjs'
import { type Amendment, type Base, wordingInForce } from './amendment.ts'
import { isCarried } from './carried.ts'
import { supersededBy } from './compromise.ts'
import type { Edits } from './edits.ts'
import { asAmended } from './engross.ts'
import type { AmendmentId } from './ids.ts'
import { incorporated } from './incorporation.ts'
import { Sight } from './items.ts'
import { fallingWith } from './order.ts'
import type { Record } from './record.ts'
import { remains } from './remains.ts'
import { type Fate, standing } from './standing.ts'
import { isInForce, parentOf, subAmendments } from './subamendment.ts'
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
  for (const id of chosen) trial.accept(id)
  const pending = Object.values(record.amendments).filter(({ state }) => state === 'pending')
  const fates = Object.fromEntries(pending.map((it) => [it.id, trial.fateOf(it)]))
  trial.copy.destroy()
  return { accepted: trial.accepted, fates }
}

/** Acceptances one after the other, on a copy of the text. */
class Trial {
  readonly copy: Y.Doc
  readonly accepted: AmendmentId[] = []
  /** As the acceptances make it: a sub-amendment gives what it amends other words. */
  private record: Pick<Record, 'amendments'>
  private readonly engrossed: Map<AmendmentId, Uint8Array>
  /** What ended, and how: the first thing that ends an amendment is what ended it. */
  private readonly ended = new Map<AmendmentId, Fate>()
  private readonly words: Edits[] = []
  /** How many had been accepted when it was given other words: those can't carry it. */
  private readonly reworded = new Map<AmendmentId, number>()
  private sight: Sight

  constructor(
    copy: Y.Doc,
    record: Pick<Record, 'amendments'>,
    engrossed: ReadonlyMap<AmendmentId, Uint8Array>,
  ) {
    this.copy = copy
    this.record = record
    this.engrossed = new Map(engrossed)
    this.sight = Sight.of(copy)
  }

  accept(id: AmendmentId): void {
    const amendment = this.record.amendments[id]
    if (amendment?.state !== 'pending' || !canBeAccepted(this.fateOf(amendment))) return
    const parent = parentOf(this.record, amendment)
    if (parent) this.takeIn(amendment, parent)
    else this.enter(amendment)
  }

  /** Its words come into the text. */
  private enter(amendment: Amendment): void {
    // What amends it is decided before it.
    const subs = subAmendments(this.record, amendment.id)
    if (subs.some((it) => canBeAccepted(this.fateOf(it)))) return
    const update = this.leftOf(amendment)
    if (!update) return
    Y.applyUpdate(this.copy, update)
    this.sight = Sight.of(this.copy)
    this.accepted.push(amendment.id)
    this.words.push(wordingInForce(amendment).edits)
    this.end(amendment.id, 'accepted')
    const gone = [
      ...supersededBy(amendment, this.record).filter((id) => this.end(id, 'superseded')),
      ...fallingWith(amendment.id, this.record).filter((id) => this.end(id, 'falls')),
    ]
    for (const id of gone) for (const sub of subAmendments(this.record, id)) this.end(sub.id, 'falls')
  }

  /** A sub-amendment changes no text: its parent has a new wording. */
  private takeIn(sub: Amendment, parent: Amendment): void {
    const own = this.leftOf(parent)
    const engrossed = this.engrossed.get(sub.id)
    if (!own || !engrossed) return
    const base = asAmended(this.copy, [own])
    const { update } = remains(base, Sight.of(base), { edits: wordingInForce(sub).edits, engrossed })
    if (!update) return
    const given = incorporated(this.copy, this.sight, own, update)
    this.engrossed.set(parent.id, given.engrossed)
    this.reworded.set(parent.id, this.words.length)
    this.record = { amendments: { ...this.record.amendments, [parent.id]: withWords(parent, given.edits) } }
    this.accepted.push(sub.id)
    this.end(sub.id, 'accepted')
  }

  /** What is left of its wording in this text; null where nothing is. */
  private leftOf(amendment: Amendment): Uint8Array | null {
    const engrossed = this.engrossed.get(amendment.id)
    if (!engrossed) return null
    return remains(this.copy, this.sight, { edits: wordingInForce(amendment).edits, engrossed }).update
  }

  /** One that was accepted, before or now, says the same, and its words still stand. */
  private isCarried(amendment: Amendment): boolean {
    const since = this.reworded.get(amendment.id)
    const { amendments } = since === undefined ? this.record : { amendments: {} }
    const texts = () => new Map(readText(this.copy).map(({ id, text }) => [id, text]))
    return isCarried(wordingInForce(amendment), amendments, texts, this.words.slice(since))
  }

  /** What is left of a sub-amendment: it stands on one wording of its parent, as that would leave the text. */
  private fateOfSub(sub: Amendment, amends: Base): Fate {
    const parent = this.record.amendments[amends.amendment]
    if (!parent || this.ended.has(parent.id) || !isInForce(parent, amends)) return 'overtaken'
    // What was amended is in the text already, and is amended there.
    if (parent.state === 'accepted') return this.fateInText(sub)
    const update = this.leftOf(parent)
    if (!update) return 'overtaken'
    return standing(wordingInForce(sub).edits, Sight.of(asAmended(this.copy, [update])))
  }

  fateOf({ id }: Pick<Amendment, 'id'>): Fate {
    const amendment = this.record.amendments[id]
    if (!amendment) throw new Error(`nothing known of ${id}`)
    const { amends } = amendment
    return this.ended.get(id) ?? (amends ? this.fateOfSub(amendment, amends) : this.fateInText(amendment))
  }

  private fateInText(amendment: Amendment): Fate {
    return this.isCarried(amendment) ? 'carried' : standing(wordingInForce(amendment).edits, this.sight)
  }

  /** False where it had ended in this trial already: then it gives way to nothing more. */
  private end(id: AmendmentId, fate: Fate): boolean {
    if (this.ended.has(id)) return false
    this.ended.set(id, fate)
    return true
  }
}

/** The same amendment with another wording in force, of which only the words matter here. */
function withWords(amendment: Amendment, edits: Edits): Amendment {
  const now = { ...wordingInForce(amendment), edits }
  return { ...amendment, revisions: [...amendment.revisions, now] }
}

const canBeAccepted = (fate: Fate): boolean => fate === 'stands' || fate === 'partly overtaken'
