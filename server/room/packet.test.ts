import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { packetOf } from './packet.ts'

/** A socket of the library on either side, and the line below the server's. */
let server: Server
let client: WebSocket
let socket: WebSocket
let line: Duplex

beforeAll(async () => {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server = createServer()
  const taken = new Promise<void>((resolve) => {
    server.on('upgrade', (request, raw, head) => {
      sockets.handleUpgrade(request, raw, head, (opened) => {
        line = raw
        socket = opened
        resolve()
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await Promise.all([once(client, 'open'), taken])
})

afterAll(() => {
  client.terminate()
  server.close()
})

const messageOf = (length: number): Uint8Array => new Uint8Array(length).map((_, at) => at % 251)

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  'a packet of %i bytes arrives as it was sent',
  async (length) => {
    const arrived = once(client, 'message')
    line.write(packetOf(messageOf(length)))
    const [data, isBinary] = (await arrived) as [Buffer, boolean]
    expect(Buffer.compare(data, messageOf(length))).toBe(0)
    expect(isBinary).toBe(true)
  },
)

test('packets and what the library sends arrive whole and in their order', async () => {
  const arrived: number[] = []
  const all = new Promise<void>((resolve) => {
    client.on('message', (data: Buffer) => {
      arrived.push(data.length)
      if (arrived.length === 40) resolve()
    })
  })
  for (let nth = 0; nth < 20; nth++) {
    socket.send(messageOf(70_000 + nth))
    line.write(packetOf(messageOf(nth)))
  }
  await all
  expect(arrived).toEqual(Array.from({ length: 20 }, (_, nth) => [70_000 + nth, nth]).flat())
})
