import { createServer } from 'node:http'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'

/**
 * A server that does next to nothing: it merges what came in twenty milliseconds and passes it on, unread and
 * unsaved. What it reaches is what the generator and this machine's network can carry.
 * Usage: node relay.ts <port>
 */
const all: Uint8Array[] = []
let waiting: Uint8Array[] = []
const sockets = new Set<WebSocket>()

const sync = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

setInterval(() => {
  if (waiting.length === 0) return
  const update = Y.mergeUpdates(waiting)
  waiting = []
  all.push(update)
  const frame = sync(2, update)
  for (const socket of sockets) socket.send(frame)
}, 20)

const server = createServer((_, response) => response.end('relay'))
new WebSocketServer({ server }).on('connection', (socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarUint(decoder) !== 0) return
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step !== 0) waiting.push(bytes)
    else {
      if (waiting.length > 0) all.push(...waiting)
      socket.send(sync(1, all.length > 0 ? Y.mergeUpdates(all) : new Uint8Array([0, 0])))
      socket.send(sync(0, new Uint8Array([0])))
    }
  })
})
server.listen(Number(process.argv[2]), '127.0.0.1')
