import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Doorkeeper } from '../../server/identity/contract.ts'
import { RefusalBook } from '../../server/refusals.ts'
import { attachRooms, type Rooms } from '../../server/room/rooms.ts'
import type { Capacity } from '../../shared/api.ts'
import { MESSAGE } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import { newDeclarationDoc } from '../../shared/text.ts'
import { Chamber, DECLARATION } from './chamber.ts'

/** A chamber with its doors to the network: real sockets on loopback, and the stock provider at their other end. */
export class Ether {
  readonly chamber: Chamber
  readonly rooms: Rooms
  readonly base: string
  private readonly server: Server
  private readonly providers: WebsocketProvider[] = []
  private readonly revoked = new Set<(capacity: string) => void>()
  private readonly gone = new Set<string>()

  private constructor(chamber: Chamber, server: Server) {
    this.chamber = chamber
    this.server = server
    const { port } = server.address() as AddressInfo
    this.base = `ws://127.0.0.1:${port}/sync`
    const log = { warn: () => {}, error: () => {} }
    const origin = 'http://localhost:8009'
    const refusals = new RefusalBook(chamber.archive.refusals, () => new Date())
    const { sittings } = chamber
    this.rooms = attachRooms({ server, sittings, identity: this.doorkeeper(), refusals, origin, log })
  }

  static async open(): Promise<Ether> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Ether(await Chamber.open(), server)
  }

  /** The stock provider on the declaration's room, as somebody: `FRA`, `SEC` … */
  enter(who: string, doc = newDeclarationDoc()): WebsocketProvider {
    return this.connect(DECLARATION.id, who, doc)
  }

  /** The stock provider at a draft's table. */
  sit(draft: string, who: string, doc = new Y.Doc({ gc: false })): WebsocketProvider {
    return this.connect(`${DECLARATION.id}/drafts/${draft}`, who, doc)
  }

  revoke(who: string): void {
    const { capacity } = this.chamber.as(who).actor
    this.gone.add(capacity)
    for (const listener of this.revoked) listener(capacity)
  }

  async close(): Promise<void> {
    for (const provider of this.providers) provider.destroy()
    await this.rooms.close()
    this.server.close()
  }

  private connect(room: string, who: string, doc: Y.Doc): WebsocketProvider {
    const provider = new WebsocketProvider(this.base, room, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { as: who },
    })
    // Our own messages mean nothing to the stock provider, which would complain of each.
    for (const type of [MESSAGE.saved, MESSAGE.mine, MESSAGE.notes]) provider.messageHandlers[type] = () => {}
    this.providers.push(provider)
    return provider
  }

  /** Everybody is who they say they are; `NIL` has no session. */
  private doorkeeper(): Doorkeeper {
    return {
      authenticate: (_, capacity) => {
        if (!capacity || capacity === 'NIL') return refuse('session/none')
        const { name, role, delegation, capacity: id } = this.chamber.as(capacity).actor
        const held: Capacity = { id, name, role, delegation, title: '' }
        return { capacity: held, session: `session-${capacity}` }
      },
      recognize: () => null,
      mayStay: ({ capacity }) => !this.gone.has(capacity),
      onRevoked: (listener) => {
        this.revoked.add(listener)
        return () => this.revoked.delete(listener)
      },
      onSignedOut: () => () => {},
    }
  }
}

/** The next time that the provider's line closes: with which code, and what the server said before. */
export function closing(provider: WebsocketProvider): Promise<{ code: number; refused: string }> {
  return new Promise((resolve) => {
    let refused = ''
    provider.messageHandlers[2] = (_encoder, decoder) => {
      const text = new TextDecoder().decode(decoder.arr.subarray(decoder.pos))
      refused = /"refused":"([^"]+)"/.exec(text)?.[1] ?? text
    }
    provider.on('connection-close', (event) => resolve({ code: event?.code ?? 0, refused }))
  })
}

/** Waits until something holds; fails loudly when it never does. */
export async function until(what: string, holds: () => boolean, limit = 5_000): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > limit) throw new Error(`waited ${limit} ms in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
