import * as Y from 'yjs'
import type { Act, Step } from '../../shared/act.ts'
import type { Actor } from '../../shared/actor.ts'
import type { CapacityId, DraftId, Instant, Pen } from '../../shared/ids.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Entry, PenEntry, StepEntry } from '../archive/contract.ts'
import type { State } from './state.ts'

/** Words for a draft that wait to be judged. */
export interface Submission {
  readonly update: Uint8Array
  readonly from: Hand
  /** Null: they may be applied to the draft as it is at that moment. */
  readonly judge: () => Refusal | null
  readonly judged: (refusal: Refusal | null) => void
}

/**
 * What one pass over the waiting tasks does to a declaration. Every change goes through it, so that what is in
 * memory and what goes to the journal are the same.
 */
export class Tick {
  private readonly hands = new Map<DraftId, Hand>()
  private readonly pens: PenEntry[] = []
  private readonly steps: StepEntry[] = []
  /** What came for each draft since the last act, in the order in which it came. */
  private readonly submitted = new Map<DraftId, Submission[]>()
  private readonly state: State
  private readonly own: PenEntry | null
  readonly at: Instant

  /** `own`: the server's pen, which goes to the journal with the first thing that it writes. */
  constructor(state: State, at: Instant, own: PenEntry | null) {
    this.state = state
    this.at = at
    this.own = own
  }

  /** Takes a step, as of the moment given; its number is the answer. */
  act(step: Step, by: Actor, engrossed: Uint8Array | null, at = this.at): number {
    const act: Act = { act: this.state.record?.acts ?? 0, at, by, ...step }
    if ('pen' in step && step.pen !== undefined) this.givePen(step.pen, null, null)
    this.state.take({ act, engrossed })
    this.steps.push({ act, engrossed })
    return act.act
  }

  submit(draft: DraftId, submission: Submission): void {
    const before = this.submitted.get(draft)
    if (before) before.push(submission)
    else this.submitted.set(draft, [submission])
  }

  /**
   * Judges and takes what was submitted: all words for one draft in one transaction, so that they make one update.
   * Has to be done before an act, which comes after them.
   */
  settle(): void {
    for (const [draft, submissions] of this.submitted) this.write(draft, submissions)
    this.submitted.clear()
  }

  /** What is journalled is what the draft emitted, never the bytes that came in. */
  private write(id: DraftId, submissions: readonly Submission[]): void {
    if (!this.state.drafts.has(id)) {
      for (const { judge, judged } of submissions) judged(judge())
      return
    }
    const emitted = this.state.write(id, (draft) => {
      for (const submission of submissions) this.takeIn(id, draft, submission)
    })
    if (emitted) this.steps.push({ draft: id, update: emitted })
  }

  private takeIn(id: DraftId, draft: Y.Doc, { update, from, judge, judged }: Submission): void {
    const refusal = judge()
    if (!refusal) {
      Y.applyUpdate(draft, update)
      this.hands.set(id, (this.hands.get(id) ?? from) === from ? from : SEVERAL)
    }
    judged(refusal)
  }

  /** Whose hand alone the draft's change in this tick is: they needn't be told what they wrote. */
  onlyHand(draft: DraftId): Hand | null {
    const movesText = ({ act: { kind } }: { readonly act: Act }) =>
      kind === 'amendment accepted' || kind === 'consolidation adopted' || kind === 'text restored'
    return this.acts.some(movesText) ? null : (this.hands.get(draft) ?? null)
  }

  givePen(pen: Pen, draft: DraftId | null, holder: CapacityId | null): void {
    const entry = { pen, draft, holder }
    this.state.pens.give(entry)
    this.pens.push(entry)
  }

  /** Drafts that were written in. */
  get written(): ReadonlySet<DraftId> {
    return new Set(this.steps.flatMap((step) => ('draft' in step ? step.draft : [])))
  }

  /** Acts that were performed, with the engrossed wording that each brought. */
  get acts(): readonly { readonly act: Act; readonly engrossed: Uint8Array | null }[] {
    return this.steps.filter((step) => 'act' in step)
  }

  /** What goes to the journal; null when nothing happened. */
  entry(hall: Uint8Array | null): Entry | null {
    if (this.pens.length === 0 && this.steps.length === 0 && !hall) return null
    return { pens: this.own ? [this.own, ...this.pens] : this.pens, steps: this.steps, hall }
  }
}

/** One tab that writes, as a thing to be told from others by identity. */
export type Hand = object

const SEVERAL: Hand = {}
