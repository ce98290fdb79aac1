import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { layText, newDeclarationDoc, readText } from '../shared/text.ts'
import { declarationBlocks } from './declaration.ts'
import { ALIVE_MS, connected } from './join.ts'
import { countTyped } from './marks.ts'
import { freePort, type Running, removeFolder, run, temporaryFolder } from './process.ts'
import type { Setup, Subject, Venue } from './subject.ts'
import { Typist } from './typist.ts'
import { hocuspocusWire, PLAIN, type Wire } from './wire.ts'

/** The servers that Paraph is measured beside: started as their documentation says, one document for everybody. */

const folder = resolve(import.meta.dirname, 'peers')
const DOCUMENT = 'declaration'

export const yWebsocketServer: Subject = {
  name: '@y/websocket-server',
  durable: 'no',
  async open(setup) {
    const port = await freePort()
    const script = join(folder, 'node_modules/@y/websocket-server/src/server.js')
    const env = { HOST: '127.0.0.1', PORT: String(port) }
    const running = await run({ args: [...(setup.nodeArgs ?? []), script], port, env })
    return venueOf(running, PLAIN, `/${DOCUMENT}`, setup)
  },
}

export const hocuspocus: Subject = {
  name: 'Hocuspocus',
  durable: 'no',
  open: (setup) => openHocuspocus(setup, []),
}

export const hocuspocusSqlite: Subject = {
  name: 'Hocuspocus + SQLite',
  durable: 'some seconds later',
  async open(setup) {
    const data = temporaryFolder()
    const venue = await openHocuspocus(setup, [join(data, 'db.sqlite')])
    return {
      ...venue,
      async close() {
        await venue.close()
        removeFolder(data)
      },
    }
  },
}

/** The ceiling: see relay.ts. */
export const relay: Subject = {
  name: 'relay (ceiling)',
  durable: 'no',
  async open(setup) {
    const port = await freePort()
    const script = resolve(import.meta.dirname, 'relay.ts')
    const args = [...(setup.nodeArgs ?? []), '--import', 'tsx', script, String(port)]
    return venueOf(await run({ args, port }), PLAIN, `/${DOCUMENT}`, setup)
  },
}

async function openHocuspocus(setup: Setup, database: readonly string[]): Promise<Venue> {
  const port = await freePort()
  const script = join(folder, 'hocuspocus.mjs')
  const args = [...(setup.nodeArgs ?? []), script, String(port), ...database]
  return venueOf(await run({ args, port }), hocuspocusWire(DOCUMENT), '/', setup)
}

async function venueOf(running: Running, wire: Wire, path: string, setup: Setup): Promise<Venue> {
  const seat = { path, headers: {} }
  const venue: Omit<Venue, 'close'> = {
    pid: running.pid,
    port: running.port,
    wire,
    seat: () => seat,
    desk: async (person) => ({
      address: null,
      typist: (places) => new Typist(1_000 + person, places, person),
    }),
    typedIn: (state, updates) => {
      const doc = newDeclarationDoc()
      doc.transact(() => {
        for (const update of [state, ...updates]) Y.applyUpdate(doc, update)
      })
      return readText(doc).reduce((sum, { text }) => sum + countTyped(text), 0)
    },
    output: running.output,
  }
  const leave = await lay(venue, setup.state ?? Y.encodeStateAsUpdate(layText(declarationBlocks())))
  return {
    ...venue,
    async close() {
      leave()
      await running.stop()
    },
  }
}

/** One client brings the document, and stays: a server in memory may forget it once nobody is there. */
async function lay(venue: Omit<Venue, 'close'>, state: Uint8Array): Promise<() => void> {
  const { line } = await connected(venue, venue.seat(0))
  line.send(venue.wire.update(state))
  const alive = setInterval(() => line.send(venue.wire.alive), ALIVE_MS)
  await wait(100)
  const check = await connected(venue, venue.seat(0))
  check.line.close()
  if (check.state.length < state.length / 2) throw new Error('the document did not arrive')
  return () => {
    clearInterval(alive)
    line.close()
  }
}

/** Installs the peers as the lock says, where that has not been done. */
export function installPeers(): void {
  if (existsSync(join(folder, 'node_modules/@hocuspocus/extension-sqlite'))) return
  process.stderr.write('installing the peers (bench/peers) …\n')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 2, 2] })
}

export const versionOf = (name: string): string =>
  String(JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version)
