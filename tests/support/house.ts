import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import * as encoding from 'lib0/encoding'
import { pino } from 'pino'
import { type ClientOptions, WebSocket } from 'ws'
import * as Y from 'yjs'
import { createApp } from '../../server/app.ts'
import { conferenceOf } from '../../server/conference.ts'
import { Press } from '../../server/documents/press.ts'
import { READING_LIMITS } from '../../server/documents/reading/limits.ts'
import { RegisterIdentity } from '../../server/identity/identity.ts'
import { RegisterPasskeys } from '../../server/identity/passkeys.ts'
import { Register } from '../../server/identity/register.ts'
import { RegisterSigners } from '../../server/identity/signers.ts'
import { RefusalBook } from '../../server/refusals.ts'
import { attachRooms, type Rooms } from '../../server/room/rooms.ts'
import { newSealKey, Seal } from '../../server/seal.ts'
import { Visits } from '../../server/visits.ts'
import type { Accreditation, EndorsingAnswer, Problem, RefusalRow } from '../../shared/api.ts'
import type { Instrument } from '../../shared/endorsement.ts'
import type { Role } from '../../shared/policy.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { Authenticator, type Lies } from './authenticator.ts'
import { Chamber, DECLARATION, must, ORIGIN } from './chamber.ts'
import { instrumentOf } from './instrument.ts'
import { MemoryArchive } from './memory-archive.ts'

/** Somebody who is signed in: a browser, and the capacity in which it acts. */
export interface Guest {
  readonly cookie: string
  readonly as: string
}

/** The whole server on loopback, over an archive in memory: every door is the real one. */
export class House {
  readonly archive: MemoryArchive
  readonly identity: RegisterIdentity
  readonly passkeys: RegisterPasskeys
  readonly signers: RegisterSigners
  readonly chamber: Chamber
  readonly press: Press
  readonly reader: Press
  /** Everything that was logged. */
  logged = ''
  private time = Date.parse('2009-10-12T09:00:00.000Z')
  private entries = 0
  private server!: Server
  private rooms!: Rooms
  private readonly folder = mkdtempSync(join(tmpdir(), 'paraph-house-'))
  private readonly lines: Line[] = []

  private constructor(chamber: Chamber, register: Register) {
    this.chamber = chamber
    this.archive = chamber.archive
    this.archive.onAppend = () => void this.entries++
    const log = (fault: unknown) => {
      this.logged += String(fault)
    }
    this.press = new Press(log)
    this.reader = new Press(log, READING_LIMITS)
    const now = () => new Date(this.time)
    const means = { register, random: randomBytes, now }
    this.identity = new RegisterIdentity(means)
    this.passkeys = new RegisterPasskeys({ ...means, identity: this.identity, origin: ORIGIN })
    this.signers = new RegisterSigners({ ...means, origin: ORIGIN })
  }

  static async open(): Promise<House> {
    const archive = new MemoryArchive()
    const register = await Register.open(archive.register)
    const house = new House(await Chamber.open(archive), register)
    await house.listen()
    return house
  }

  private async listen(): Promise<void> {
    writeFileSync(join(this.folder, 'index.html'), '<!doctype html><title>Paraph</title>')
    const keep = new Writable({
      write: (line, _, done) => {
        this.logged += String(line)
        done()
      },
    })
    const { sittings } = this.chamber
    const around = {
      identity: this.identity,
      passkeys: this.passkeys,
      signers: this.signers,
      sittings,
      refusals: new RefusalBook(this.archive.refusals, () => new Date(this.time)),
      visits: new Visits(() => performance.now()),
      conference: conferenceOf(JSON.parse(readFileSync('fixtures/states.json', 'utf8')), false),
      press: this.press,
      reader: this.reader,
      certificateParts: async () => ({ script: '', style: '' }),
      seal: new Seal(await this.archive.sealKey(newSealKey), ORIGIN),
      origin: ORIGIN,
      log: pino({ level: 'trace' }, keep),
    }
    this.server = createApp({ ...around, client: this.folder, isReady: () => true })
    this.rooms = attachRooms({ ...around, server: this.server })
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  get base(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get refused(): readonly RefusalRow[] {
    return this.archive.refused as RefusalRow[]
  }

  pass(milliseconds: number): void {
    this.time += milliseconds
  }

  async close(): Promise<void> {
    for (const line of this.lines) line.cut()
    await this.rooms.close()
    await this.press.close()
    await this.reader.close()
    this.server.close()
    this.server.closeAllConnections()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Everything there is, to the byte: text, hall, drafts, record, journal, and who exists. */
  async state() {
    const { archive, entries } = this
    const people = this.identity.people().map(({ lastSeen: _, ...person }) => person)
    const all = await this.chamber.sitting.look((record, { text, hall, drafts }) => ({
      text: Y.encodeStateAsUpdate(text),
      hall: Y.encodeStateAsUpdate(hall),
      drafts: [...drafts].map(([id, doc]) => [id, Y.encodeStateAsUpdate(doc)]),
      record: JSON.stringify(record),
      journal: entries,
    }))
    return { ...must(all), people, declarations: await archive.declarations() }
  }

  async accredit(who: string, more: Partial<Accreditation> = {}): Promise<string> {
    const { code } = await this.identity.accredit({ ...personOf(who), ...more })
    return code
  }

  /** `FRA`, `SEC`, `CHR`, `OBS`, or `SGP minister`. */
  async signIn(who: string, more: Partial<Accreditation> = {}): Promise<Guest> {
    const entered = await this.identity.enter(await this.accredit(who, more), undefined)
    if (isRefusal(entered)) throw new Error(entered.refused)
    return { cookie: `paraph_session=${entered.cookie}`, as: entered.me.added ?? '' }
  }

  ask(guest: Guest | null, path: string, options: RequestInit = {}): Promise<Response> {
    const headers = { ...(guest ? { cookie: guest.cookie } : {}), ...options.headers }
    return fetch(this.base + path, { ...options, headers })
  }

  post(guest: Guest | null, path: string, body: unknown, headers = {}): Promise<Response> {
    const as = guest && !path.includes('as=') ? `${path.includes('?') ? '&' : '?'}as=${guest.as}` : ''
    return this.ask(guest, `${path}${as}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  /** What a command comes to: its answer, or the code with which it is refused. */
  async command(guest: Guest | null, command: unknown): Promise<string | object> {
    const answer = await this.post(guest, `/api/declarations/${DECLARATION.id}/commands`, command)
    return answer.ok ? ((await answer.json()) as object) : codeOf(answer)
  }

  /** The guest makes a key, and the secretariat hears the same code. */
  async enrol(guest: Guest, desk: Guest, lies: Lies = {}): Promise<Authenticator> {
    const device = new Authenticator(ORIGIN)
    const options = await (await this.post(guest, '/api/signing/options', {})).json()
    const { response } = device.makes(options as Parameters<Authenticator['makes']>[0], lies)
    const kept = await this.post(guest, '/api/signing', { response })
    if (!kept.ok) throw new Error(await codeOf(kept))
    const settled = await this.post(desk, `/api/people/${guest.as}/signing`, {
      key: device.id,
      confirm: true,
    })
    if (!settled.ok) throw new Error(await codeOf(settled))
    return device
  }

  /** The text is made final and put before whoever may endorse; gives its hash. */
  async opens(desk: Guest): Promise<string> {
    for (const to of ['consolidation', 'final']) await this.command(desk, { do: 'stage.move', to })
    const { versions } = must(await this.chamber.sitting.look((record) => record))
    const hash = versions.at(-1)?.hash ?? ''
    await this.command(desk, { do: 'signatories.list' })
    const opened = await this.command(desk, { do: 'endorsement.open', hash })
    if (typeof opened === 'string') throw new Error(opened)
    return hash
  }

  /** What an honest page of the guest would sign now. */
  async instrument(guest: Guest, state: string): Promise<Instrument> {
    const path = `/api/declarations/${DECLARATION.id}/endorsing?as=${guest.as}`
    const answer = (await (await this.ask(guest, path)).json()) as EndorsingAnswer
    return instrumentOf(answer, { capacity: guest.as, state, name: 'The Minister', title: 'Minister' })
  }

  /** A draft of the guest's, and the pen of a tab on it. */
  async draft(guest: Guest, command: unknown = { do: 'draft.open' }): Promise<{ id: string; pen: number }> {
    const opened = (await this.command(guest, command)) as { draft?: string }
    if (!opened.draft) throw new Error(`no draft: ${JSON.stringify(opened)}`)
    const given = await this.post(
      guest,
      `/api/declarations/${DECLARATION.id}/drafts/${opened.draft}/pens`,
      {},
    )
    return { id: opened.draft, pen: ((await given.json()) as { pen: number }).pen }
  }

  /** A socket, as a program opens one that nobody made an honest client of. */
  line(guest: Guest | null, place: string, options: ClientOptions = {}): Line {
    const headers = guest ? { cookie: guest.cookie } : {}
    const as = guest ? `?as=${guest.as}` : ''
    const line = new Line(`ws://127.0.0.1:${this.port}${place}${as}`, { headers, ...options })
    this.lines.push(line)
    return line
  }

  room = (guest: Guest | null): Line => this.line(guest, `/sync/${DECLARATION.id}`)
  table = (guest: Guest | null, draft: string): Line =>
    this.line(guest, `/sync/${DECLARATION.id}/drafts/${draft}`)
}

export const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as Problem).code

const ROLES: { readonly [code: string]: Role } = { SEC: 'secretariat', CHR: 'chair', OBS: 'observer' }

function personOf(who: string): Accreditation {
  const [code = '', minister] = who.split(' ')
  const role = minister ? 'signatory' : (ROLES[code] ?? 'delegate')
  const delegation = role === 'delegate' || role === 'signatory' ? code : null
  return { role, delegation, name: who, title: '' }
}

/** A bare socket, what it heard, and how it ended. */
export class Line {
  readonly opened: Promise<boolean>
  readonly closed: Promise<{ code: number; refused: string }>
  readonly heard: Uint8Array[] = []
  private readonly socket: WebSocket

  constructor(url: string, options: ClientOptions) {
    this.socket = new WebSocket(url, options)
    this.socket.on('error', () => {})
    this.socket.on('message', (data: Buffer) => this.heard.push(new Uint8Array(data)))
    this.opened = new Promise((resolve) => {
      this.socket.once('open', () => resolve(true))
      this.socket.once('close', () => resolve(false))
    })
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => resolve({ code, refused: reason.toString() }))
    })
  }

  async send(...frames: readonly (Uint8Array | string)[]): Promise<void> {
    await this.opened
    for (const frame of frames) this.socket.send(frame)
  }

  cut(): void {
    this.socket.terminate()
  }
}

const framed =
  (...numbers: readonly number[]) =>
  (bytes: Uint8Array): Uint8Array =>
    encoding.encode((encoder) => {
      for (const number of numbers) encoding.writeVarUint(encoder, number)
      encoding.writeVarUint8Array(encoder, bytes)
    })

/** Frames as they go over the wire. */
export const step1 = framed(0, 0)
export const step2 = framed(0, 1)
export const updateFrame = framed(0, 2)
export const presenceFrame = framed(1)

/** Presence as clients write it: `[client, clock, state]`. */
export const presences = (entries: readonly (readonly [number, number, unknown])[]): Uint8Array =>
  presenceFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries.length)
      for (const [client, clock, state] of entries) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state))
      }
    }),
  )
