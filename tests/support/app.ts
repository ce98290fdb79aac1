import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type AppAround, createApp } from '../../server/app.ts'
import { conferenceOf } from '../../server/conference.ts'
import type { Identity } from '../../server/identity/contract.ts'
import { RegisterIdentity } from '../../server/identity/identity.ts'
import { RegisterPasskeys } from '../../server/identity/passkeys.ts'
import { Register } from '../../server/identity/register.ts'
import { RegisterSigners } from '../../server/identity/signers.ts'
import { RefusalBook } from '../../server/refusals.ts'
import { newSealKey, Seal } from '../../server/seal.ts'
import type { Session, Sittings } from '../../server/sitting/contract.ts'
import { Visits } from '../../server/visits.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Accreditation, Problem, TextAnswer } from '../../shared/api.ts'
import type { Command } from '../../shared/command.ts'
import { refuse } from '../../shared/refusal.ts'
import { MemoryArchive } from './memory-archive.ts'

export const ORIGIN = 'https://paraph.example.org'

export interface Performance {
  readonly command: Command
  readonly by: Actor
}

/** What the client of the test consists of, as the build leaves it. */
export const SCRIPT = 'export const paraph = 1\n'.repeat(100)

/** The real routes on a real socket, over declarations that only pretend. */
export class TestApp {
  readonly identity: Identity
  readonly performed: readonly Performance[]
  ready = true
  readonly #server: Server
  readonly #folder: string

  static async listen(around: Pick<AppAround, 'silence'> = {}): Promise<TestApp> {
    const register = await Register.open({ load: async () => null, save: async () => undefined })
    const means = { register, random: randomBytes, now: () => new Date() }
    const identity = new RegisterIdentity(means)
    const passkeys = new RegisterPasskeys({ ...means, identity, origin: ORIGIN })
    const signers = new RegisterSigners({ ...means, origin: ORIGIN })
    const app = new TestApp({ identity, passkeys, signers, ...around })
    app.#server.listen(0, '127.0.0.1')
    await once(app.#server, 'listening')
    return app
  }

  private constructor(around: Pick<AppAround, 'identity' | 'passkeys' | 'signers' | 'silence'>) {
    const performed: Performance[] = []
    this.#folder = mkdtempSync(join(tmpdir(), 'paraph-app-'))
    writeFileSync(join(this.#folder, 'index.html'), '<!doctype html><title>Paraph</title>')
    mkdirSync(join(this.#folder, 'assets'))
    const script = join(this.#folder, 'assets/index-1a2b3c.js')
    writeFileSync(script, SCRIPT)
    writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT))
    writeFileSync(`${script}.gz`, gzipSync(SCRIPT))
    this.identity = around.identity
    this.performed = performed
    this.#server = createApp({
      ...around,
      refusals: new RefusalBook(new MemoryArchive().refusals, () => new Date()),
      sittings: stubSittings(performed),
      visits: new Visits(() => performance.now()),
      conference: conferenceOf(STATES, true),
      press: { run: async () => refuse('document/failed') },
      reader: { run: async () => refuse('document/failed') },
      certificateParts: async () => ({ script: '', style: '' }),
      seal: new Seal(newSealKey(), ORIGIN),
      origin: ORIGIN,
      client: this.#folder,
      isReady: () => this.ready,
      log: { info: () => undefined, error: () => undefined },
    })
  }

  get base(): string {
    const address = this.#server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    return `http://127.0.0.1:${port}`
  }

  /** Puts a file beside those of the client, at `/<name>`. */
  publish(name: string, content: Uint8Array): void {
    writeFileSync(join(this.#folder, name), content)
  }

  /** How many bytes the next connection will have been sent when it has ended. */
  nextConnection(): Promise<number> {
    return new Promise((ended) => {
      this.#server.once('connection', (socket) => socket.once('close', () => ended(socket.bytesWritten)))
    })
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(this.base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  async signedIn(person: Accreditation): Promise<SignedIn> {
    return this.enter((await this.identity.accredit(person)).code)
  }

  async enter(code: string | undefined): Promise<SignedIn> {
    const answer = await this.post('/api/session', { code })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const as: string = (await answer.json()).added
    return { cookie, as }
  }
}

export interface SignedIn {
  readonly cookie: string
  readonly as: string
}

/** The code of the problem that is answered; throws where the status is another than it says. */
export async function refusalOf(asked: Promise<Response>): Promise<string> {
  const answer = await asked
  const problem = (await answer.json()) as Problem
  if (problem.status !== answer.status) throw new Error(`${problem.code} came with ${answer.status}`)
  return problem.code
}

export const FRANCE: Accreditation = {
  role: 'delegate',
  delegation: 'FRA',
  name: 'Delegate of France',
  title: '',
}
export const DESK: Accreditation = { role: 'secretariat', delegation: null, name: 'Secretariat', title: '' }
const STATES = [
  { alpha2: 'FR', alpha3: 'FRA', names: { en: 'France', fr: 'France' }, member2009: true },
  { alpha2: 'KE', alpha3: 'KEN', names: { en: 'Kenya' }, member2009: true },
  { alpha2: 'SS', alpha3: 'SSD', names: { en: 'South Sudan' }, member2009: false },
]
export const TEXT: TextAnswer = {
  declaration: 'one',
  view: 'clean',
  symbol: 'L.1',
  stage: 'drafting',
  version: null,
  hash: null,
  blocks: [
    { id: 'title', kind: 'title', label: '', end: '', spans: [], plain: 'Declaration' },
    { id: 'c1', kind: 'clause', label: '1', end: ';', spans: [], plain: 'Affirming <peace>;' },
    { id: 'c2', kind: 'clause', label: '2', end: '.', spans: [], plain: 'Recalling.' },
    { id: 'c3', kind: 'clause', label: '3', end: '', spans: [], plain: '' },
  ],
}

function stubSittings(performed: Performance[]): Sittings {
  const session: Session = {
    perform: async (command, by) => {
      performed.push({ command, by })
      return { act: 7 }
    },
    givePen: async () => ({ pen: 9 }),
    text: async () => TEXT,
    outcome: async () => ({ accepted: [], fates: {}, blocks: [] }),
    account: async () => ({ entries: [], nameless: [] }),
    version: async () => refuse('version/unknown'),
    acts: async () => [],
    ledger: async () => refuse('act/unknown'),
    endorsing: async () => refuse('version/unknown'),
    source: async () => refuse('version/unknown'),
    language: async () => refuse('language/unknown'),
    roll: async () => ({ present: ['KEN'], endorsements: [], version: null }),
  }
  const summary = {
    id: 'one',
    symbol: 'L.1',
    title: 'Declaration',
    language: 'fr',
    stage: 'drafting',
  } as const
  const counts = {
    clauses: 2,
    pending: 0,
    awaited: 0,
    versions: 1,
    endorsements: 0,
    deadline: null,
    changed: '2009-10-12T09:00:00.000Z',
  }
  return {
    summaries: async () => [{ ...summary, ...counts }],
    lay: async () => ({ act: 0 }),
    open: async (id) => (id === 'one' ? session : refuse('declaration/unknown')),
  }
}
