import { MESSAGE } from '../../shared/protocol.ts'

/** The kinds of sync message, after y-protocols: `[0][kind]…`. */
const ANSWER = 1
const UPDATE = 2

interface Hears {
  opened(): void
  /** A message that the server counts (`MESSAGE.saved`) has left. */
  counted(): void
}

/**
 * A WebSocket that tells which messages the server will acknowledge.
 *
 * It holds updates back until the answer to the server's question has gone out. The provider sends what is typed
 * as soon as the socket opens; after an absence that would leave a gap before what was typed offline, and the
 * server refuses gaps. Nothing is lost: the answer carries everything that the server lacks.
 */
export function countingSocket(hears: Hears): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    private answered = false

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      hears.opened()
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      const kind = syncKind(data)
      if (kind === UPDATE && !this.answered) return
      if (kind === ANSWER) this.answered = true
      super.send(data as ArrayBufferView<ArrayBuffer>)
      if (kind === ANSWER || kind === UPDATE) hears.counted()
    }
  }
}

function syncKind(data: unknown): number | null {
  return data instanceof Uint8Array && data[0] === MESSAGE.sync ? (data[1] ?? null) : null
}
