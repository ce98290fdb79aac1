import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { DeclarationId, DelegationCode } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Authenticated, Doorkeeper } from '../identity/contract.ts'
import { isOwnOrigin } from '../origin.ts'
import { type RefusalBook, whoOf } from '../refusals.ts'
import { memberDraft } from '../sitting/perform-draft.ts'
import type { Sitting } from '../sitting/sitting.ts'
import type { OpenSittings } from '../sitting/sittings.ts'
import { type Address, addressOf } from './address.ts'
import { sendAway } from './farewell.ts'
import { Places } from './places.ts'
import { Room } from './room.ts'
import { type Connection, Seat, Tongues } from './seat.ts'

export interface RoomsAround {
  readonly server: Server
  readonly sittings: OpenSittings
  readonly identity: Doorkeeper
  readonly refusals: Pick<RefusalBook, 'note'>
  /** The public origin; pages of other origins get no socket. */
  readonly origin: string
  readonly log: { warn(about: object, message: string): void; error(about: object, message: string): void }
}

export interface Rooms {
  present(declaration: DeclarationId): readonly DelegationCode[]
  /** Sends everybody away with 1012 and takes nobody in any more. */
  close(): Promise<void>
}

const GONE = refuse('capacity/revoked')
/** Of one message. What is longer is told so, up to a length at which nobody reads on. */
const MOST_BYTES = 128_000
const MOST_BYTES_READ = 1_000_000
const MOST_SOCKETS = 20_000
/** Of all together who are signed in nowhere: they are told so and sent away, and take no place of those who are. */
const MOST_OF_STRANGERS = 500
const MOST_OF_A_SESSION = 60
const MOST_OF_A_CAPACITY = 100
const BEAT_MS = 80
const HEARTBEAT_MS = 12_000

/** Opens the sockets' door: `/sync/…` on the server. */
export function attachRooms({ server, sittings, identity, refusals, origin, log }: RoomsAround): Rooms {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MOST_BYTES_READ,
  })
  const ofSessions = new Places(MOST_OF_A_SESSION)
  const ofCapacities = new Places(MOST_OF_A_CAPACITY)
  const tongues = new Tongues()
  const strangers = new Set<Duplex>()
  const rooms = new Map<DeclarationId, { readonly sitting: Sitting; readonly room: Room }>()
  let closing = false

  /** The room of the sitting that is open now: one that broke off takes its room with it. */
  const roomOf = (declaration: DeclarationId, sitting: Sitting): Room => {
    const known = rooms.get(declaration)
    if (known?.sitting === sitting) return known.room
    const room = new Room(sitting)
    rooms.set(declaration, { sitting, room })
    return room
  }

  const onUpgrade = (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    // Nobody else listens any more, and an error that nobody hears would end the server.
    raw.on('error', () => raw.destroy())
    if (!isOwnOrigin(request.headers.origin, request.headers.host, origin)) {
      refusals.note({ by: null, door: DOOR, place: '', refusal: refuse('request/foreign-origin') })
      return refuseHandshake(raw, '403 Forbidden')
    }
    const isStranger = isRefusal(identity.authenticate(request.headers.cookie, null))
    if (isStranger && strangers.size >= MOST_OF_STRANGERS)
      return refuseHandshake(raw, '503 Service Unavailable')
    if (isStranger) {
      strangers.add(raw)
      raw.once('close', () => strangers.delete(raw))
    }
    if (sockets.clients.size >= MOST_SOCKETS) return refuseHandshake(raw, '503 Service Unavailable')
    sockets.handleUpgrade(request, raw, head, (socket) => {
      receive({ socket, line: raw }, request).catch((err: unknown) => {
        log.error({ err }, 'a socket could not be received')
        socket.close(CLOSE.restarting, 'fault')
      })
    })
  }

  /** A refusal is told over the socket: a refused handshake gives a browser nothing to show. */
  const receive = async (connection: Connection, request: IncomingMessage): Promise<void> => {
    const { socket } = connection
    socket.on('error', (err) => log.warn({ err: err.message }, 'socket error'))
    watchLiveness(socket)
    const early = keepEarly(socket)
    const admitted = await admit(request)
    if (isRefusal(admitted)) return turnAway(socket, request, admitted)
    const { address, sitting, entered } = admitted
    const room = roomOf(address.declaration, sitting)
    const place = address.draft === null ? room : room.table(address.draft)
    const by = whoOf(entered.capacity)
    const now = Date.now()
    const seat = new Seat(connection, entered, now, tongues.of(entered.capacity, now), (refusal, code) => {
      // That a draft was closed is no refusal of anything that somebody tried.
      if (code !== CLOSE.draftClosed) refusals.note({ by, door: DOOR, place: placeOf(address), refusal })
    })
    const leave = [ofSessions.take(entered.session), ofCapacities.take(entered.capacity.id)]
    place.enter(seat)
    const hear = (data: Uint8Array) => {
      if (data.length > MOST_BYTES) return seat.refuse(refuse('request/too-large'), CLOSE.tooLarge)
      if (!seat.mayFor(data.length, Date.now())) return
      place.hear(seat, data).catch((err: unknown) => {
        log.error({ err, declaration: address.declaration }, 'a message could not be handled')
        seat.restart()
      })
    }
    const left = () => {
      place.leave(seat)
      for (const go of leave.splice(0)) go()
    }
    socket.on('close', left)
    for (const data of early()) hear(data)
    socket.on('message', (data) => hear(bytesOf(data)))
    if (socket.readyState === socket.CLOSED) left()
  }

  const admit = async (request: IncomingMessage) => {
    const address = addressOf(request.url)
    if (closing) return refuse('server/stopping')
    if (!address) return refuse('request/not-found')
    const entered = identity.authenticate(request.headers.cookie, address.as)
    if (isRefusal(entered)) return entered
    const sitting = await sittings.open(address.declaration)
    if (isRefusal(sitting)) return sitting
    const refusal = await mayEnter(sitting, address, entered.capacity)
    if (refusal) return refusal
    // Revoked or signed out while this waited at the door: nobody would ever come to show it out.
    if (!mayStay(entered)) return GONE
    const hasRoom = ofSessions.hasRoomFor(entered.session) && ofCapacities.hasRoomFor(entered.capacity.id)
    return hasRoom ? { address, sitting, entered } : refuse('request/too-many')
  }

  const turnAway = (socket: WebSocket, request: IncomingMessage, refusal: Refusal): void => {
    const address = addressOf(request.url)
    const who = identity.recognize(request.headers.cookie, address?.as ?? null)
    const by = who && whoOf(who)
    // A tab of somebody who has signed out tries nothing.
    if (refusal.refused !== 'session/none')
      refusals.note({ by, door: DOOR, place: address ? placeOf(address) : '', refusal })
    sendAway(socket, refusal, CODES[refusal.refused] ?? CLOSE.forbidden)
  }

  const mayStay = ({ session, capacity }: Pick<Authenticated, 'session' | 'capacity'>): boolean =>
    identity.mayStay({ session, capacity: capacity.id })

  const beat = setInterval(() => {
    for (const { room } of rooms.values()) room.beat()
  }, BEAT_MS)
  const heartbeat = setInterval(() => {
    for (const [declaration, { room }] of rooms) {
      room.checkSeats(mayStay)
      room.heartbeat()
      if (room.isEmpty) {
        room.closeAll(() => {})
        rooms.delete(declaration)
      }
    }
    for (const socket of sockets.clients) checkLiveness(socket)
  }, HEARTBEAT_MS)
  const offRevoked = identity.onRevoked((capacity) => {
    for (const { room } of rooms.values())
      room.expel((seat) => seat.capacity.id === capacity, GONE, CLOSE.noSession)
  })
  const offSignedOut = identity.onSignedOut((session) => {
    for (const { room } of rooms.values())
      room.expel((seat) => seat.session === session, GONE, CLOSE.noSession)
  })
  server.on('upgrade', onUpgrade)

  return {
    present: (declaration) => rooms.get(declaration)?.room.present ?? [],
    async close() {
      closing = true
      clearInterval(beat)
      clearInterval(heartbeat)
      offRevoked()
      offSignedOut()
      for (const { room } of rooms.values()) room.closeAll((seat) => seat.restart())
      for (const socket of sockets.clients) socket.close(CLOSE.restarting, 'restarting')
      const gone = new Promise<void>((resolve) => sockets.close(() => resolve()))
      const late = setTimeout(() => sockets.clients.forEach((socket) => void socket.terminate()), 1_000)
      await gone
      clearTimeout(late)
    },
  }
}

/** A draft's table is for its members only (rule P1); the room is for everybody who may read. */
async function mayEnter(
  sitting: Sitting,
  { draft }: Address,
  { id, name, role, delegation }: Seat['capacity'],
): Promise<Refusal | null> {
  if (draft === null) return null
  const found = await sitting.look((record) =>
    memberDraft(record, draft, { capacity: id, name, role, delegation }),
  )
  return isRefusal(found) ? found : null
}

const CODES: { readonly [refused: string]: number } = {
  'session/none': CLOSE.noSession,
  'request/not-found': CLOSE.unknown,
  'declaration/unknown': CLOSE.unknown,
  'draft/unknown': CLOSE.draftClosed,
  'request/too-many': CLOSE.tooMany,
  'capacity/revoked': CLOSE.noSession,
  'capacity/not-yet': CLOSE.noSession,
  'capacity/expired': CLOSE.noSession,
  'server/stopping': CLOSE.restarting,
  'server/disk': CLOSE.restarting,
  'server/fault': CLOSE.restarting,
}

/** How the trail of refusals calls the rooms. */
const DOOR = 'socket'
const placeOf = ({ declaration, draft }: Address): string => (draft ? `${declaration}/${draft}` : declaration)

function refuseHandshake(raw: Duplex, status: string): void {
  raw.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => raw.destroy())
}

/** A client speaks as soon as the socket is open; what it says while we look up its place is kept for then. */
function keepEarly(socket: WebSocket): () => Uint8Array[] {
  const kept: Uint8Array[] = []
  let room = 2 * MOST_BYTES
  const keep = (data: WebSocket.RawData) => {
    const bytes = bytesOf(data)
    room -= bytes.length
    if (kept.length < 20 && room >= 0) kept.push(bytes)
    else socket.close(CLOSE.tooMany, 'request/too-many')
  }
  socket.on('message', keep)
  return () => {
    socket.off('message', keep)
    return kept
  }
}

const bytesOf = (data: WebSocket.RawData): Uint8Array =>
  Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data as ArrayBuffer)

const alive = new WeakSet<WebSocket>()

function watchLiveness(socket: WebSocket): void {
  alive.add(socket)
  socket.on('pong', () => alive.add(socket))
}

/** A socket that did not answer the last ping is gone, though nobody said so. */
function checkLiveness(socket: WebSocket): void {
  if (alive.delete(socket)) socket.ping()
  else socket.terminate()
}
