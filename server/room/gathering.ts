import type * as Y from 'yjs'
import { CLOSE } from '../../shared/protocol.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Sitting } from '../sitting/sitting.ts'
import type { State } from '../sitting/state.ts'
import * as frames from './frames.ts'
import { packetOf } from './packet.ts'
import { Presences } from './presences.ts'
import type { Seat } from './seat.ts'

/** Those who follow one document together: its updates, and who else is there. */
export abstract class Gathering {
  protected readonly sitting: Sitting
  protected readonly seats = new Set<Seat>()
  private readonly presences = new Presences()

  constructor(sitting: Sitting) {
    this.sitting = sitting
  }

  /** The document that they follow; null when it is there no more. */
  protected abstract docOf(state: State): Y.Doc | null
  /** Gives what the client lacks, and asks for what we lack. */
  protected abstract synchronize(seat: Seat, vector: Uint8Array): Promise<void>
  /** `isAnswer`: to our question; it brings everything that we lack. */
  protected abstract take(seat: Seat, update: Uint8Array, isAnswer: boolean): Promise<void>

  enter(seat: Seat): void {
    this.seats.add(seat)
    seat.send(frames.awareness(this.presences.everybody()))
  }

  leave(seat: Seat): void {
    this.seats.delete(seat)
    const gone = this.presences.leave(seat)
    if (gone) this.sendAll(frames.awareness(gone))
  }

  async hear(seat: Seat, data: Uint8Array): Promise<void> {
    const message = frames.readMessage(data)
    switch (message?.kind) {
      case 'state vector':
        return seat.mayAsk() ? this.synchronize(seat, message.vector) : undefined
      case 'presence':
        return this.presences.take(seat, message.update)
      case 'presence asked':
        return seat.mayAsk() ? seat.send(frames.awareness(this.presences.everybody())) : undefined
      case 'update':
        return this.take(seat, message.update, message.isAnswer)
      default:
        return seat.refuse(refuse('request/malformed'), CLOSE.malformed)
    }
  }

  /** An update that is on disk, in one packet for all but the one who has it. */
  protected pass(update: Uint8Array, except: object | null = null): void {
    const packet = packetOf(frames.syncUpdate(update))
    for (const seat of this.seats) if (seat !== except) seat.follow(update, packet)
  }

  /** Presence travels in beats, not with every caret that moves; and who was behind is looked after. */
  beat(): void {
    const news = this.presences.news()
    if (news) this.sendAll(frames.awareness(news))
    const behind = [...this.seats].filter((seat) => seat.isBehind)
    if (behind.length === 0) return
    void this.sitting.look((_, state) => {
      const doc = this.docOf(state)
      for (const seat of behind) if (doc) seat.catchUp(doc)
    })
  }

  /** A client that hears nothing for 30 seconds believes the line dead, and forgets who else is there. */
  heartbeat(): void {
    this.sendAll(frames.awareness(this.presences.renewed()))
  }

  expel(leaves: (seat: Seat) => boolean, refusal: Refusal, code: number): void {
    for (const seat of this.seats) if (leaves(seat)) seat.refuse(refusal, code)
  }

  closeAll(how: (seat: Seat) => void): void {
    for (const seat of this.seats) how(seat)
  }

  private sendAll(message: Uint8Array): void {
    const packet = packetOf(message)
    for (const seat of this.seats) seat.post(packet)
  }
}
