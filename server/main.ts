import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import { createApp } from './app.ts'
import { openFileArchive } from './archive/file/archive.ts'
import { crashingAt, parseCrashAt } from './archive/file/crash.ts'
import { DamagedJournal } from './archive/file/damage.ts'
import { writeDurably } from './archive/file/durable.ts'
import { FolderInUse } from './archive/file/lock.ts'
import { HalfRestored } from './archive/file/restoring.ts'
import type { WrapFile } from './archive/file/scan.ts'
import { conferenceOf } from './conference.ts'
import { BadConfig, type Config, readConfig } from './config.ts'
import { setDemonstration } from './demonstration.ts'
import type { Parts } from './documents/certificate.ts'
import { Press } from './documents/press.ts'
import { READING_LIMITS } from './documents/reading/limits.ts'
import type { Identity } from './identity/contract.ts'
import { RegisterIdentity } from './identity/identity.ts'
import { openMeeting } from './identity/opening.ts'
import { RegisterPasskeys } from './identity/passkeys.ts'
import { Register } from './identity/register.ts'
import { RegisterSigners } from './identity/signers.ts'
import { firstLink, type Link, linkLines, parseLinks } from './links.ts'
import { RefusalBook } from './refusals.ts'
import { attachRooms, type Rooms } from './room/rooms.ts'
import { newSealKey, Seal } from './seal.ts'
import type { Sittings } from './sitting/contract.ts'
import { openSittings } from './sitting/sittings.ts'
import { Visits } from './visits.ts'

/** Puts the server together. The one place that reads the environment and picks an archive. */

const repository = resolve(import.meta.dirname, '..')
// To standard error, and at once: standard output is for the sign-in links.
const MENDABLE = [BadConfig, DamagedJournal, FolderInUse, HalfRestored]
const log = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }))

async function start(config: Config): Promise<void> {
  const archive = await openFileArchive(config.data, log, deathWish(config))
  const register = await Register.open(archive.register)
  const means = { register, random: randomBytes, now: () => new Date() }
  const identity = new RegisterIdentity(means)
  const isDemonstration = (await openMeeting(register, config.demonstration)) && config.demonstration
  const conference = conferenceOf(await readJson('fixtures/states.json'), isDemonstration)

  // Rooms need the sittings, and sittings ask the rooms who is there.
  let rooms: Rooms | null = null
  const visits = new Visits(() => performance.now())
  const sittings = openSittings({
    archive,
    now: () => new Date(Date.now() + config.clockAhead).toISOString(),
    log,
    present: (declaration) => [
      ...new Set([...(rooms?.present(declaration) ?? []), ...visits.lately(declaration)]),
    ],
  })
  let ready = false
  const { origin } = config
  const refusals = new RefusalBook(archive.refusals, () => new Date())
  const client = join(repository, 'dist/client')
  const passkeys = new RegisterPasskeys({ ...means, identity, origin })
  const signers = new RegisterSigners({ ...means, origin })
  const seal = new Seal(await archive.sealKey(newSealKey), origin)
  const certificateParts = () => partsIn(client)
  const press = new Press((fault) => log.error({ fault }, 'A document could not be made'))
  const reader = new Press((fault) => log.error({ fault }, 'A file could not be read'), READING_LIMITS)
  const around = {
    certificateParts,
    press,
    reader,
    identity,
    passkeys,
    signers,
    sittings,
    visits,
    conference,
    refusals,
    seal,
    origin,
    log,
  }
  const server = createApp({ ...around, client, isReady: () => ready })
  rooms = attachRooms({ ...around, server })

  const opened: Opened = { config, identity, sittings }
  const links = isDemonstration ? await demonstrationLinks(opened) : await firstLink(identity, origin)
  process.stdout.write(linkLines(links))
  await sittings.keepDeadlines()
  await listen(server, config)
  ready = true
  log.info({ host: config.host, port: config.port, origin, demonstration: isDemonstration }, 'Paraph is open')

  stopOnSignal(async () => {
    ready = false
    const idle = closed(server)
    await rooms.close()
    server.closeIdleConnections()
    // Who waits for a long document is told, and keeps nobody from stopping.
    await press.close()
    await reader.close()
    await idle
    await sittings.close()
    await register.settled()
    await archive.close()
  })
}

interface Opened {
  readonly config: Config
  readonly identity: Identity
  readonly sittings: Sittings
}

async function demonstrationLinks({ config, identity, sittings }: Opened): Promise<readonly Link[]> {
  const path = join(config.data, 'links.txt')
  const kept = parseLinks(await readFile(path, 'utf8').catch(() => ''))
  const files = await readdir(join(repository, 'fixtures/declarations'))
  const declarations = await Promise.all(
    files.filter((name) => name.endsWith('.json')).map((name) => readJson(`fixtures/declarations/${name}`)),
  )
  const groups = z.array(z.unknown()).parse(await readJson('fixtures/groups.json'))
  const { origin } = config
  const links = await setDemonstration({ identity, sittings, origin, declarations, groups, kept })
  await writeDurably(path, linkLines(links))
  return links
}

/** Tests let the server die at a place of their choice; nobody else can (`readConfig`). */
function deathWish({ crashAt }: Config): WrapFile | undefined {
  if (crashAt === null) return undefined
  const at = parseCrashAt(crashAt)
  if (!at)
    throw new BadConfig(`PARAPH_CRASH_AT is "${crashAt}". Expected: a crash point and a record's number.`)
  return crashingAt(at, () => process.kill(process.pid, 'SIGKILL'))
}

const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(repository, path), 'utf8'))

async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

/** Null where the client is not built. */
async function partsIn(client: string): Promise<Parts | null> {
  const read = (name: string) => readFile(join(client, name), 'utf8')
  try {
    return { script: await read('certificate.js'), style: await read('certificate.css') }
  } catch {
    return null
  }
}

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
  })

/** Something that nobody waited for went wrong: the others go on, and whoever watches over the server hears of it. */
process.on('unhandledRejection', (err) => log.error({ err }, 'A task failed that nobody waited for'))

/** The first signal drains; a second one, or ten seconds, end it. */
function stopOnSignal(drain: () => Promise<void>): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return process.exit(1)
    stopping = true
    log.info({ signal }, 'Paraph is closing')
    setTimeout(() => process.exit(1), 10_000).unref()
    drain().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'Closing failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

try {
  await start(readConfig(process.env))
} catch (error) {
  process.stderr.write(`${explained(error)}\n`)
  process.exit(error instanceof BadConfig ? 2 : 1)
}

/** What an operator can mend is said in a sentence; the rest with its trace. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isKnown = MENDABLE.some((kind) => error instanceof kind) || 'syscall' in error
  return isKnown ? `Paraph can't start. ${error.message}` : (error.stack ?? error.message)
}
