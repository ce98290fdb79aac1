import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { Actor } from '../../shared/actor.ts'
import type { Capacity } from '../../shared/api.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Authenticated } from '../identity/contract.ts'
import { Pace, Paces } from '../pace.ts'
import { sendAway } from './farewell.ts'
import * as frames from './frames.ts'
import { Lag } from './lag.ts'
import { type Packet, packetOf } from './packet.ts'

/** In bytes: above the first a reader's frames are skipped until it has read on, above the second it is let go. */
const SKIP_ABOVE = 1_000_000
const DROP_ABOVE = 16_000_000

const MESSAGES = { burst: 600, perSecond: 120 }
const BYTES = { burst: 2_000_000, perSecond: 200_000 }
/** Questions that are answered with all that there is; an honest client asks once. */
const QUESTIONS = { burst: 20, perSecond: 1 }

/** What one person may say over all their sockets together: who opens more of them can say no more for it. */
export class Tongues {
  private readonly messages = new Paces({ burst: 2_400, perSecond: 300 })
  private readonly bytes = new Paces({ burst: 8_000_000, perSecond: 500_000 })
  /** A restart is met by all tabs at once. */
  private readonly questions = new Paces({ burst: 240, perSecond: 10 })

  of = ({ id }: Capacity, now: number): Tongue => ({
    messages: this.messages.of(id, now),
    bytes: this.bytes.of(id, now),
    questions: this.questions.of(id, now),
  })
}

export type Tongue = Readonly<{ [what in 'messages' | 'bytes' | 'questions']: Pace }>

/** A socket, and the line that it speaks over. */
export interface Connection {
  readonly socket: WebSocket
  readonly line: Duplex
}

/** One socket in a room, and who sits behind it. */
export class Seat {
  readonly capacity: Capacity
  readonly session: string
  private readonly socket: WebSocket
  private readonly line: Duplex
  private readonly messages: Pace
  private readonly bytes: Pace
  private readonly questions: Pace
  private readonly refusing: (refusal: Refusal, code: number) => void
  private readonly tongue: Tongue
  private heard: number
  private lag: Lag | null = null
  private refused = false

  /**
   * `line` is what `socket` speaks over. We write whole frames to it beside `ws`, which without compression writes
   * each of its own at once and whole, so that the two never mix. `refusing` hears of everything that is refused.
   */
  constructor(
    { socket, line }: Connection,
    { capacity, session }: Authenticated,
    now: number,
    tongue: Tongue,
    refusing: (refusal: Refusal, code: number) => void,
  ) {
    this.socket = socket
    this.line = line
    this.capacity = capacity
    this.session = session
    this.heard = now
    this.tongue = tongue
    this.refusing = refusing
    this.questions = new Pace(QUESTIONS.burst, QUESTIONS.perSecond, now)
    this.messages = new Pace(MESSAGES.burst, MESSAGES.perSecond, now)
    this.bytes = new Pace(BYTES.burst, BYTES.perSecond, now)
  }

  get actor(): Actor {
    const { id, name, role, delegation } = this.capacity
    return { capacity: id, name, role, delegation }
  }

  get isOpen(): boolean {
    return !this.refused && this.socket.readyState === this.socket.OPEN
  }

  /** Whether the socket may say so much more now; one that may not is refused. */
  mayFor(bytes: number, now: number): boolean {
    if (!this.isOpen) return false
    this.heard = now
    const { tongue } = this
    const isFew = this.messages.allows(1, now) && tongue.messages.allows(1, now)
    if (isFew && this.bytes.allows(bytes, now) && tongue.bytes.allows(bytes, now)) return true
    this.refuse(refuse('request/too-many'), CLOSE.tooMany)
    return false
  }

  /** The same for a question, of the message that was heard last. */
  mayAsk(): boolean {
    const { heard, tongue } = this
    if (this.questions.allows(1, heard) && tongue.questions.allows(1, heard)) return true
    this.refuse(refuse('request/too-many'), CLOSE.tooMany)
    return false
  }

  send(message: Uint8Array): void {
    this.post(packetOf(message))
  }

  /** A message that others get too. */
  post(packet: Packet): void {
    if (!this.isOpen) return
    if (this.line.writableLength > DROP_ABOVE) this.socket.terminate()
    else this.line.write(packet)
  }

  /** An update of a document that the reader follows, in its packet. A reader that is behind gets it later. */
  follow(update: Uint8Array, packet: Packet): void {
    if (!this.lag && this.line.writableLength > SKIP_ABOVE) this.lag = new Lag()
    if (this.lag) this.lag.miss(update)
    else this.post(packet)
  }

  /** Brings a reader that was behind, and has read on, up to date. */
  catchUp(doc: Y.Doc): void {
    if (!this.lag || this.line.writableLength > 0) return
    this.send(frames.syncStep2(doc, this.lag.vector(doc)))
    this.lag = null
  }

  get isBehind(): boolean {
    return this.lag !== null
  }

  /** Says why, closes, and hears nothing more from this socket. */
  refuse(refusal: Refusal, code: number): void {
    if (!this.isOpen) return
    this.refused = true
    sendAway(this.socket, refusal, code)
    this.refusing(refusal, code)
  }

  /** Sends the client away for a moment, and says why if there is a reason: it comes back by itself. */
  restart(reason: Refusal | null = null): void {
    if (reason) this.send(frames.denied(reason))
    this.socket.close(CLOSE.restarting, 'restarting')
  }
}
