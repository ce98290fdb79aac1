import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { EndorsingAnswer } from '../../shared/api.ts'
import type { CommandInput, Performed } from '../../shared/command.ts'
import type { Signed } from '../../shared/endorsement.ts'
import type { DraftId, Pen } from '../../shared/ids.ts'
import { MESSAGE } from '../../shared/protocol.ts'
import { elementsOf, newDeclarationDoc, wordsOf } from '../../shared/text.ts'
import { Authenticator } from './authenticator.ts'
import { instrumentOf } from './instrument.ts'
import type { RunningServer } from './server.ts'

/** Somebody at a server that runs on its own: signed in with a printed link, over HTTP and real sockets. */
export class Delegate {
  private readonly server: RunningServer
  private readonly cookie: string
  private readonly capacity: string
  readonly declaration: string

  private constructor(server: RunningServer, declaration: string, cookie: string, capacity: string) {
    this.server = server
    this.declaration = declaration
    this.cookie = cookie
    this.capacity = capacity
  }

  static async signIn(server: RunningServer, name: string, declaration: string): Promise<Delegate> {
    const link = server.links.find((it) => it.name === name)
    return Delegate.enter(server, link?.url ?? name, declaration)
  }

  /** Somebody who follows a sign-in link. */
  static async enter(server: RunningServer, url: string, declaration: string): Promise<Delegate> {
    const code = url.split('/').at(-1)
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    if (!answer.ok) throw new Error(`${url} lets nobody in: ${await answer.text()}`)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const { added }: { added: string } = await answer.json()
    return new Delegate(server, declaration, cookie, added)
  }

  /** Somebody who is signed in already. */
  static with(server: RunningServer, declaration: string, cookie: string, capacity: string): Delegate {
    return new Delegate(server, declaration, cookie, capacity)
  }

  /** The same person, before another declaration. */
  before = (declaration: string): Delegate =>
    new Delegate(this.server, declaration, this.cookie, this.capacity)

  /** Null: it was refused. Rejects when the server is gone. */
  async do(command: CommandInput): Promise<Performed | null> {
    return this.ofDeclaration('commands', command)
  }

  /** What is read of the declaration: `roll`, `versions/1` … Null: it was refused. */
  reading = <T>(page: string): Promise<T | null> => this.ofDeclaration<T>(page)

  /** `/api/<path>`; with a body it is posted. Null: it was refused. */
  async ask<T>(path: string, body?: unknown): Promise<T | null> {
    const answer = await fetch(`http://127.0.0.1:${this.server.port}/api/${path}?as=${this.capacity}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (answer.ok) return (await answer.json()) as T
    await answer.body?.cancel()
    return null
  }

  /** Makes a key for endorsing, which the desk confirms. */
  async enrol(desk: Delegate): Promise<Authenticator> {
    const device = new Authenticator(this.server.origin)
    const options = await this.ask<Parameters<Authenticator['makes']>[0]>('signing/options', {})
    if (!options) throw new Error('no options for a key')
    await this.ask('signing', { response: device.makes(options).response })
    const settled = await desk.ask(`people/${this.capacity}/signing`, { key: device.id, confirm: true })
    if (!settled) throw new Error('the key is not confirmed')
    return device
  }

  /** What an honest page would have its device sign now; null where the server is silent. */
  async signs(device: Authenticator, state: string): Promise<Signed | null> {
    const answer = await this.reading<EndorsingAnswer>('endorsing')
    const by = { capacity: this.capacity, state, name: state, title: 'Minister' }
    return answer && device.signs(instrumentOf(answer, by))
  }

  /** A tab in which one's own draft is written, with a pen of its own. Null: the draft is closed. */
  async tab(draft: DraftId): Promise<Line | null> {
    const given = await this.ofDeclaration<{ pen: Pen }>(`drafts/${draft}/pens`, {})
    return given && this.line(`/drafts/${draft}`, new Y.Doc({ gc: false }), given.pen)
  }

  /** A tab in which a draft is only read. Null: the draft is closed. */
  reads = (draft: DraftId): Promise<Line | null> => this.line(`/drafts/${draft}`, new Y.Doc({ gc: false }))

  /** The declaration's room. */
  room = (): Promise<Line | null> => this.line('', newDeclarationDoc())

  /** A line that knows what the server knows; null where the server lets nobody in. */
  private async line(place: string, doc: Y.Doc, pen?: Pen): Promise<Line | null> {
    const line = new Line(this.server.port, `${this.declaration}${place}`, doc, this.cookie, this.capacity)
    if (!(await line.opened)) return null
    if (pen !== undefined) line.take(pen)
    return line
  }

  private ofDeclaration = <T>(path: string, body?: unknown): Promise<T | null> =>
    this.ask(`declarations/${this.declaration}/${path}`, body)
}

/** The stock provider on one room, and what the server has acknowledged of what it sent. */
export class Line {
  readonly doc: Y.Doc
  /** True once it is in step with the server; false when it was turned away or the server is gone. */
  readonly opened: Promise<boolean>
  private readonly provider: WebsocketProvider
  private readonly sent = { count: 0 }
  private saved = 0
  private told: () => void = () => {}
  private readonly typed: { readonly word: string; readonly message: number }[] = []

  constructor(port: number, room: string, doc: Y.Doc, cookie: string, capacity: string) {
    this.doc = doc
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, room, doc, {
      WebSocketPolyfill: countingSocket(this.sent, cookie),
      disableBc: true,
      params: { as: capacity },
    })
    const handlers = this.provider.messageHandlers
    handlers[MESSAGE.saved] = (_, decoder) => {
      const [count] = varUint(decoder.arr, decoder.pos)
      this.saved = Math.max(this.saved, count)
      this.told()
    }
    handlers[MESSAGE.mine] = () => {}
    handlers[MESSAGE.notes] = () => {}
    handlers[MESSAGE.auth] = () => {}
    this.opened = new Promise((resolve) => {
      this.provider.on('sync', (synced) => synced && resolve(true))
      this.provider.on('connection-close', () => {
        // One life of the server, one line: a new start is met with a new document.
        this.provider.shouldConnect = false
        queueMicrotask(() => this.provider.destroy())
        resolve(false)
      })
    })
  }

  get isOpen(): boolean {
    return this.provider.wsconnected
  }

  /** Whether anything was typed in it. */
  get isWritten(): boolean {
    return this.typed.length > 0
  }

  /** After the server's words have come: Yjs changes the id of a document that meets structs of its own. */
  take(pen: Pen): void {
    this.doc.clientID = pen
    this.provider.awareness.clientID = pen
    this.provider.awareness.setLocalState({})
  }

  /** Writes a word to the end of a clause. */
  type(clause: number, word: string): void {
    const before = this.sent.count
    const words = wordsOf(elementsOf(this.doc)[clause] ?? new Y.XmlElement())
    words?.insert(words.length, ` ${word}`)
    if (this.sent.count > before) this.typed.push({ word, message: this.sent.count })
  }

  /** Resolves when the server has called everything saved that was sent. */
  allSaved(): Promise<void> {
    return new Promise((done) => {
      this.told = () => this.saved >= this.sent.count && done()
      this.told()
    })
  }

  /** Words that the server has called saved. */
  acknowledged = (): string[] =>
    this.typed.filter(({ message }) => message <= this.saved).map(({ word }) => word)

  close(): void {
    this.provider.destroy()
  }
}

/** Counts what the server acknowledges: sync messages of type step 2 and update. */
function countingSocket(sent: { count: number }, cookie: string): typeof globalThis.WebSocket {
  class Counting extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie } })
    }

    override send(data: Uint8Array): void {
      if (data[0] === MESSAGE.sync && data[1] !== 0) sent.count++
      super.send(data)
    }
  }
  return Counting as unknown as typeof globalThis.WebSocket
}

function varUint(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0
  for (let at = from, unit = 1; ; at++, unit *= 128) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * unit
    if (byte < 0x80) return [value, at + 1]
  }
}
