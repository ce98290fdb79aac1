import type { WebSocket } from 'ws'
import type { Refusal } from '../../shared/refusal.ts'
import * as frames from './frames.ts'

const PATIENCE_MS = 2_000

/** Says why and closes. One that doesn't answer the farewell is cut off: it would hold its place for long. */
export function sendAway(socket: WebSocket, refusal: Refusal, code: number): void {
  socket.send(frames.denied(refusal))
  socket.close(code, refusal.refused)
  const cut = setTimeout(() => socket.terminate(), PATIENCE_MS)
  cut.unref()
  socket.once('close', () => clearTimeout(cut))
}
