import { voiceOf } from '../../shared/delegation.ts'
import { isMember } from '../../shared/draft.ts'
import type { DraftId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Sitting } from '../sitting/sitting.ts'
import type { State } from '../sitting/state.ts'
import type { Hand } from '../sitting/tick.ts'
import * as frames from './frames.ts'
import { Gathering } from './gathering.ts'
import type { Seat } from './seat.ts'

/** Those who write one draft together. */
export class DraftTable extends Gathering {
  private readonly draft: DraftId
  private readonly writers = new WeakMap<Seat, Writer>()

  constructor(draft: DraftId, sitting: Sitting) {
    super(sitting)
    this.draft = draft
  }

  override enter(seat: Seat): void {
    this.writers.set(seat, { received: 0, saved: 0, told: 0, isDue: false, hasAnswered: false })
    super.enter(seat)
  }

  get isDeserted(): boolean {
    return this.seats.size === 0
  }

  override beat(): void {
    super.beat()
    for (const seat of this.seats) {
      const writer = this.writers.get(seat)
      if (writer) tell(seat, writer)
    }
  }

  /** `hand` is the seat that alone wrote it: a tab is not told its own words. */
  written(update: Uint8Array, hand: Hand | null): void {
    this.pass(update, hand)
  }

  /** Who is no member any more is shown out. */
  async checkMembers(): Promise<void> {
    const draft = await this.sitting.look((record) => record.drafts[this.draft] ?? null)
    if (!draft || isRefusal(draft)) return
    const stranger = (seat: Seat) => !isMember(draft, voiceOf(seat.capacity))
    this.expel(stranger, refuse('draft/not-a-member'), CLOSE.forbidden)
  }

  protected docOf = ({ drafts }: State) => drafts.get(this.draft) ?? null

  protected async synchronize(seat: Seat, vector: Uint8Array): Promise<void> {
    const answer = await this.sitting.look((_, state) => {
      const doc = this.docOf(state)
      if (!doc) return seat.refuse(refuse('draft/unknown'), CLOSE.draftClosed)
      seat.send(frames.syncStep2(doc, vector))
      seat.send(frames.syncStep1(doc))
    })
    if (isRefusal(answer)) seat.restart(answer)
  }

  /**
   * `saved` counts what is on disk, in the order in which it came: the turns keep that order.
   *
   * The stock provider sends what is typed as soon as its socket is open; after an absence that leaves a gap
   * before it. It is passed over: the answer to our question, which is on its way, brings all of it.
   */
  protected async take(seat: Seat, update: Uint8Array, isAnswer: boolean): Promise<void> {
    const writer = this.writers.get(seat)
    if (!writer) return
    const count = ++writer.received
    writer.hasAnswered ||= isAnswer
    const isEarly = !writer.hasAnswered
    const refusal = await this.sitting.write(this.draft, update, seat.actor, seat)
    if (!refusal) this.tellSaved(seat, writer, count)
    else if (refusal.refused === 'update/pending' && isEarly) return
    else if (refusal.refused.startsWith('server/')) seat.restart(refusal)
    else seat.refuse(refusal, refusal.refused === 'draft/unknown' ? CLOSE.draftClosed : CLOSE.forbidden)
  }

  /**
   * Told at once when all that came is on disk, once for all that a turn saved. To one who types on meanwhile it is
   * told with the beat.
   */
  private tellSaved(seat: Seat, writer: Writer, count: number): void {
    writer.saved = count
    if (writer.isDue) return
    writer.isDue = true
    setImmediate(() => {
      writer.isDue = false
      if (writer.saved === writer.received) tell(seat, writer)
    })
  }
}

function tell(seat: Seat, writer: Writer): void {
  if (writer.told === writer.saved) return
  writer.told = writer.saved
  seat.send(frames.saved(writer.saved))
}

/** How many sync messages a writer has sent; how many of them, from the first on, are on disk; and were told so. */
interface Writer {
  received: number
  saved: number
  told: number
  /** Whether it is about to be told. */
  isDue: boolean
  hasAnswered: boolean
}
