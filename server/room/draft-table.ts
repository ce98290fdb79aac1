import { voiceOf } from '../../shared/delegation.ts'
import { isMember } from '../../shared/draft.ts'
import type { DraftId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Sitting } from '../sitting/sitting.ts'
import * as frames from './frames.ts'
import { Presences } from './presences.ts'
import type { Seat } from './seat.ts'

/** Those who write one draft together. */
export class DraftTable {
  private readonly draft: DraftId
  private readonly sitting: Sitting
  private readonly seats = new Map<Seat, Writer>()
  private readonly presences = new Presences()

  constructor(draft: DraftId, sitting: Sitting) {
    this.draft = draft
    this.sitting = sitting
  }

  get isEmpty(): boolean {
    return this.seats.size === 0
  }

  enter(seat: Seat): void {
    this.seats.set(seat, { received: 0, saved: 0, told: 0 })
    seat.send(frames.awareness(this.presences.everybody()))
  }

  async hear(seat: Seat, data: Uint8Array): Promise<void> {
    const message = frames.readMessage(data)
    if (!message) return seat.refuse(refuse('request/malformed'), CLOSE.malformed)
    switch (message.kind) {
      case 'state vector':
        return this.synchronize(seat, message.vector)
      case 'presence':
        return this.presences.take(seat, message.update)
      case 'presence asked':
        return seat.send(frames.awareness(this.presences.everybody()))
      case 'update':
        return this.write(seat, message.update)
    }
  }

  leave(seat: Seat): void {
    this.seats.delete(seat)
    const gone = this.presences.leave(seat)
    if (gone) this.sendAll(frames.awareness(gone))
  }

  beat(): void {
    const news = this.presences.news()
    if (news) this.sendAll(frames.awareness(news))
    const behind = [...this.seats.keys()].filter((seat) => seat.isBehind)
    if (behind.length === 0) return
    void this.sitting.look((_, { drafts }) => {
      const doc = drafts.get(this.draft)
      for (const seat of behind) if (doc) seat.catchUp(doc)
    })
  }

  heartbeat(): void {
    this.sendAll(frames.awareness(this.presences.renewed()))
  }

  pass(update: Uint8Array): void {
    const frame = frames.syncUpdate(update)
    for (const seat of this.seats.keys()) seat.follow(update, frame)
  }

  close(refusal: Refusal, code: number): void {
    for (const seat of this.seats.keys()) seat.refuse(refusal, code)
  }

  /** Who is no member any more is shown out. */
  async checkMembers(): Promise<void> {
    const draft = await this.sitting.look((record) => record.drafts[this.draft] ?? null)
    if (!draft || isRefusal(draft)) return
    const stranger = (seat: Seat) => !isMember(draft, voiceOf(seat.capacity))
    this.expel(stranger, refuse('draft/not-a-member'), CLOSE.forbidden)
  }

  expel(leaves: (seat: Seat) => boolean, refusal: Refusal, code: number): void {
    for (const seat of this.seats.keys()) if (leaves(seat)) seat.refuse(refusal, code)
  }

  closeAll(how: (seat: Seat) => void): void {
    for (const seat of this.seats.keys()) how(seat)
  }

  /** Gives what the client lacks, and asks for what we lack: its own words from before the line broke. */
  private async synchronize(seat: Seat, vector: Uint8Array): Promise<void> {
    const answer = await this.sitting.look((_, { drafts }) => {
      const doc = drafts.get(this.draft)
      if (!doc) return seat.refuse(refuse('draft/unknown'), CLOSE.draftClosed)
      seat.send(frames.syncStep2(doc, vector))
      seat.send(frames.syncStep1(doc))
    })
    if (isRefusal(answer)) seat.restart()
  }

  /** `saved` counts what is on disk, in the order in which it came: the turns keep that order. */
  private async write(seat: Seat, update: Uint8Array): Promise<void> {
    const writer = this.seats.get(seat)
    if (!writer || !seat.isOpen) return
    const count = ++writer.received
    const refusal = await this.sitting.write(this.draft, update, seat.actor)
    if (!refusal) {
      this.tellSaved(seat, writer, count)
    } else if (refusal.refused === 'server/disk') seat.restart()
    else seat.refuse(refusal, refusal.refused === 'draft/unknown' ? CLOSE.draftClosed : CLOSE.forbidden)
  }

  /** One answer for all that a turn saved. */
  private tellSaved(seat: Seat, writer: Writer, count: number): void {
    const told = writer.saved
    writer.saved = count
    if (told === writer.told)
      setImmediate(() => {
        writer.told = writer.saved
        seat.send(frames.saved(writer.saved))
      })
  }

  private sendAll(frame: Uint8Array): void {
    for (const seat of this.seats.keys()) seat.send(frame)
  }
}

/** How many sync messages a writer has sent; how many of them, from the first on, are on disk; and were told so. */
interface Writer {
  received: number
  saved: number
  told: number
}
