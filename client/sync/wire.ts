import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { CLOSE, MESSAGE, type Mine, type Notes } from '../../shared/protocol.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { countingSocket } from './countingSocket.ts'

/** What a room hears from its socket. */
export interface WireEvents {
  /** The connection came, went, or has brought the whole state. */
  changed(): void
  /** A new socket: the server's counts start at nought. */
  socket?(): void
  /** A message that the server will acknowledge has left. */
  sent?(): void
  saved?(count: number): void
  mine?(mine: Mine): void
  notes?(notes: Notes): void
  /** The server is in trouble and sends everybody away for a while; the provider comes back by itself. */
  trouble?(refusal: Refusal): void
  /** The server closed for good; the provider has stopped coming back. */
  refused(refusal: Refusal, code: number): void
}

/**
 * The stock provider on one room, with our own messages; the caller connects it. `room` is the path below
 * `/sync/`.
 *
 * Cross-tab broadcast is off: it would start before sign-in and carry edits that the server refused.
 */
export function openWire(room: string, capacity: string, doc: Y.Doc, on: WireEvents): WebsocketProvider {
  let said: Refusal | null = null
  const provider = new WebsocketProvider(`${origin()}/sync`, room, doc, {
    disableBc: true,
    connect: false,
    params: { as: capacity },
    WebSocketPolyfill: countingSocket({ opened: () => on.socket?.(), counted: () => on.sent?.() }),
  })

  provider.messageHandlers[MESSAGE.auth] = (_encoder, decoder) => {
    decoding.readVarUint(decoder)
    said = readRefusal(decoding.readVarString(decoder))
    if (said.refused === 'server/disk') on.trouble?.(said)
  }
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => on.saved?.(decoding.readVarUint(decoder))
  provider.messageHandlers[MESSAGE.mine] = (_encoder, decoder) =>
    on.mine?.(JSON.parse(decoding.readVarString(decoder)) as Mine)
  provider.messageHandlers[MESSAGE.notes] = (_encoder, decoder) =>
    on.notes?.(JSON.parse(decoding.readVarString(decoder)) as Notes)

  provider.on('status', () => on.changed())
  provider.on('sync', () => on.changed())
  provider.on('connection-close', () => queueMicrotask(on.changed))
  provider.on('closed', ({ code }) => on.refused(said ?? refusalOfCode(code), code))
  return provider
}

const origin = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`

function readRefusal(json: string): Refusal {
  try {
    const value: unknown = JSON.parse(json)
    return isRefusal(value) ? value : refuse('server/fault')
  } catch {
    return refuse('server/fault')
  }
}

/** For a server that closed without saying why. */
function refusalOfCode(code: number): Refusal {
  switch (code) {
    case CLOSE.noSession:
      return refuse('session/none')
    case CLOSE.forbidden:
      return refuse('session/capacity-not-held')
    case CLOSE.unknown:
      return refuse('declaration/unknown')
    case CLOSE.draftClosed:
      return refuse('draft/unknown')
    case CLOSE.tooLarge:
      return refuse('update/too-large')
    case CLOSE.tooMany:
      return refuse('request/too-many')
    default:
      return refuse('request/malformed')
  }
}
