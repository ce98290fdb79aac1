import type { WebSocket } from 'ws'
import type { Capacity } from '../../shared/api.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { Actor } from '../../shared/record.ts'
import type { Refusal } from '../../shared/refusal.ts'
import * as frames from './frames.ts'

/** A reader that is this far behind is let go; it comes back and synchronizes anew. */
const MOST_BUFFERED = 8_000_000

/** One socket in a room, and who sits behind it. */
export class Seat {
  readonly capacity: Capacity
  readonly session: string
  private readonly socket: WebSocket
  private refused = false

  constructor(socket: WebSocket, capacity: Capacity, session: string) {
    this.socket = socket
    this.capacity = capacity
    this.session = session
  }

  get actor(): Actor {
    const { id, name, role, delegation } = this.capacity
    return { capacity: id, name, role, delegation }
  }

  get isOpen(): boolean {
    return !this.refused && this.socket.readyState === this.socket.OPEN
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return
    if (this.socket.bufferedAmount > MOST_BUFFERED) this.socket.terminate()
    else this.socket.send(frame)
  }

  /** Says why, closes, and hears nothing more from this socket. */
  refuse(refusal: Refusal, code: number): void {
    if (!this.isOpen) return
    this.socket.send(frames.denied(refusal))
    this.refused = true
    this.socket.close(code, refusal.refused)
  }

  /** Sends the client away for a moment: it comes back by itself. */
  restart(): void {
    this.socket.close(CLOSE.restarting, 'restarting')
  }
}
