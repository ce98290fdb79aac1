// Hocuspocus as its documentation starts it, in memory or with the SQLite extension.
// Usage: node hocuspocus.mjs <port> [database file]
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const [port, database] = process.argv.slice(2)
const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  extensions: database ? [new SQLite({ database })] : [],
})
server.listen()
