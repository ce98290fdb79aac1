import type { Awareness } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { PenGiven } from '../../shared/api.ts'
import type { Instant, Pen } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { newTextDoc } from '../../shared/text.ts'
import type { Briefcase, DraftPlace, Sheet } from './briefcase.ts'
import { Keeping, lay, unsentOf } from './keeping.ts'
import { lingering } from './lingering.ts'
import { Saves } from './saves.ts'
import { Signal } from './signal.ts'
import { Strikes } from './strikes.ts'
import type { Tray } from './tray.ts'
import { type Unsent, unsentWords } from './unsent.ts'
import { openWire } from './wire.ts'

/** Where a draft that is open in this tab stands. Only `open` and `offline` can be written in. */
export type DraftState =
  | { readonly is: 'asking pen' }
  | { readonly is: 'syncing' }
  | ({ readonly is: 'open' | 'offline' } & Writable)
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** It was tabled or discarded. */
  | { readonly is: 'closed' }

export interface Writable {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Changes that the server has not said are on its disk. */
  readonly unsaved: number
  /** Whether these changes are on this device's disk: they would outlive the tab. */
  readonly kept: boolean
  readonly pen: Pen
}

interface Desk {
  readonly tray: Tray
  readonly briefcase: Briefcase
  askPen(): Promise<PenGiven | Refusal>
  now(): Instant
}

/** One opening of the draft: a pen, its own document, its socket. A refusal ends it, for a Y.Doc can't go back. */
interface Opening {
  readonly pen: Pen
  readonly doc: Y.Doc
  readonly wire: WebsocketProvider
  readonly saves: Saves
  readonly keeping: Keeping
  /** The draft is here, from the server or from the briefcase. */
  loaded: boolean
}

const RETRY = 2_000

/**
 * One draft in this tab: written with a pen of its own. What earlier tabs could not send comes along from the
 * briefcase; the server takes it if the draft is still open, and else it is set aside in the tray.
 */
export class DraftRoom {
  readonly watch: (watcher: () => void) => () => void
  private readonly place: DraftPlace
  private readonly desk: Desk
  private readonly state: Signal<DraftState>
  private opening: Opening | null = null
  private end: DraftState | null = null
  /** Refused once since something was last saved: the next refusal is the last. */
  private warned = false
  private readonly going = () => this.opening?.keeping.now()

  constructor(place: DraftPlace, desk: Desk, left: () => void) {
    this.place = place
    this.desk = desk
    this.state = new Signal(() => this.look())
    this.watch = lingering(
      this.state,
      () => {
        this.finish({ is: 'closed' })
        left()
      },
      () => (this.opening?.saves.unsaved ?? 0) > 0,
    )
    addEventListener('pagehide', this.going)
    void this.open()
  }

  readonly get = (): DraftState => this.state.get()

  private look(): DraftState {
    if (this.end) return this.end
    if (!this.opening) return { is: 'asking pen' }
    const { doc, wire, saves, keeping, loaded, pen } = this.opening
    if (!loaded) return { is: 'syncing' }
    const is = wire.wsconnected && wire.synced ? 'open' : 'offline'
    return { is, doc, awareness: wire.awareness, unsaved: saves.unsaved, kept: keeping.isKept, pen }
  }

  private async open(): Promise<void> {
    const given = await this.desk.askPen().catch(() => null)
    if (given === null || (isRefusal(given) && isPassing(given))) {
      if (!this.end) setTimeout(() => void this.open(), RETRY)
      return
    }
    const brought = await this.desk.briefcase.sheets(this.place)
    if (this.end) return
    if (isRefusal(given)) this.turnedAway(given, brought)
    else this.enter(given.pen, brought)
  }

  private turnedAway(refusal: Refusal, brought: readonly Sheet[]): void {
    if (!mayComeBack(refusal)) {
      const doc = newTextDoc()
      lay(brought, doc)
      this.setAside(doc, unsentOf(brought), refusal)
      for (const sheet of brought) void this.desk.briefcase.drop(sheet)
    }
    this.finish({ is: 'refused', refusal })
  }

  private enter(pen: Pen, brought: readonly Sheet[]): void {
    const doc = newTextDoc()
    lay(brought, doc)
    // Before the socket is made: presence takes its number from the document. After the sheets were laid: a
    // document that meets structs of its own takes another number.
    doc.clientID = pen
    const saves = new Saves()
    const strikes = new Strikes()
    if (brought.length > 0) saves.change(0)
    const keeping = new Keeping(this.desk.briefcase, this.place, { doc, pen, saves, strikes }, brought, () =>
      this.state.touch(),
    )
    doc.on('update', (_update: Uint8Array, origin: unknown, _doc: Y.Doc, { deleteSet }: Y.Transaction) => {
      if (origin === wire) return
      saves.change(Y.getState(doc.store, pen))
      strikes.note(saves.changes, deleteSet)
      this.touch()
    })
    // Yjs picks another client id when it meets structs of its own; nothing may be written with that one.
    doc.on('afterAllTransactions', () => {
      if (doc.clientID !== pen) this.refused(refuse('update/foreign-pen'))
    })
    const wire: WebsocketProvider = openWire(
      `${this.place.declaration}/drafts/${this.place.draft}`,
      this.place.capacity,
      doc,
      {
        changed: () => this.touch(),
        socket: () => saves.newSocket(),
        sent: () => saves.send(),
        saved: (count) => {
          saves.acknowledge(count)
          if (saves.unsaved === 0) this.warned = false
          this.touch()
        },
        refused: (refusal, code) => this.refused(refusal, code),
      },
    )
    this.opening = { pen, doc, wire, saves, keeping, loaded: brought.length > 0 }
    wire.on('sync', (synced) => {
      if (synced && this.opening?.doc === doc) this.opening.loaded = true
    })
    wire.connect()
    this.touch()
  }

  private touch(): void {
    this.opening?.keeping.follow()
    this.state.touch()
  }

  /** The words go to the tray, the document is thrown away; one more try with a new pen. */
  private refused(refusal: Refusal, code?: number): void {
    if (this.end) return
    if (mayComeBack(refusal)) {
      this.finish({ is: 'refused', refusal })
      return
    }
    if (this.opening && this.opening.saves.unsaved > 0) {
      const { doc, keeping } = this.opening
      this.setAside(doc, keeping.unsent, refusal)
      keeping.drop()
    }
    if (code === CLOSE.draftClosed) this.finish({ is: 'closed' })
    else if (this.warned) this.finish({ is: 'refused', refusal })
    else {
      this.warned = true
      this.close()
      this.state.flush()
      void this.open()
    }
  }

  private setAside(doc: Y.Doc, unsent: ReadonlyMap<Pen, Unsent>, reason: Refusal): void {
    const words = unsentWords(doc, unsent)
    this.desk.tray.keep(words, { at: this.desk.now(), draft: this.place.draft, reason })
  }

  private finish(end: DraftState): void {
    if (this.end) return
    this.end = end
    removeEventListener('pagehide', this.going)
    this.close()
    this.state.flush()
  }

  private close(): void {
    const { opening } = this
    this.opening = null
    opening?.keeping.wait()
    opening?.wire.destroy()
    opening?.wire.awareness.destroy()
    opening?.doc.destroy()
  }
}

/** The server is in trouble, not the draft: it is asked again. */
const isPassing = ({ refused }: Refusal): boolean =>
  refused.startsWith('server/') || refused === 'request/too-many'

/** Who signs in again may write again: the words wait for that in the briefcase. */
const mayComeBack = ({ refused }: Refusal): boolean =>
  refused === 'session/none' || refused === 'session/capacity-not-held'
