import type { Awareness } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { PenGiven } from '../../shared/api.ts'
import type { CapacityId, DeclarationId, DraftId, Pen } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { newTextDoc } from '../../shared/text.ts'
import { lingering } from './lingering.ts'
import { Saves } from './saves.ts'
import { Signal } from './signal.ts'
import type { Tray } from './tray.ts'
import { unsentWords } from './unsent.ts'
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
  readonly pen: Pen
}

export interface DraftPlace {
  readonly declaration: DeclarationId
  readonly draft: DraftId
  readonly capacity: CapacityId
}

interface Desk {
  readonly tray: Tray
  askPen(): Promise<PenGiven | Refusal>
  now(): string
}

/** One opening of the draft: a pen, its own document, its socket. A refusal ends it, for a Y.Doc can't go back. */
interface Opening {
  readonly pen: Pen
  readonly doc: Y.Doc
  readonly wire: WebsocketProvider
  readonly saves: Saves
  synced: boolean
}

const RETRY = 2_000
/** How often words that have not reached the server are written to the tray. */
const KEEP = 1_000

export class DraftRoom {
  readonly watch: (watcher: () => void) => () => void
  private readonly place: DraftPlace
  private readonly desk: Desk
  private readonly state: Signal<DraftState>
  private opening: Opening | null = null
  private end: DraftState | null = null
  /** Refused once since something was last saved: the next refusal is the last. */
  private warned = false
  private keeping: ReturnType<typeof setTimeout> | null = null
  private readonly keepNow = () => this.keepUnsent(null)

  constructor(place: DraftPlace, desk: Desk, left: () => void) {
    this.place = place
    this.desk = desk
    this.state = new Signal(() => this.look())
    this.watch = lingering(
      this.state,
      () => {
        this.finish({ is: 'closed' }, null)
        left()
      },
      () => (this.opening?.saves.unsaved ?? 0) > 0,
    )
    addEventListener('pagehide', this.keepNow)
    void this.open()
  }

  readonly get = (): DraftState => this.state.get()

  private look(): DraftState {
    if (this.end) return this.end
    if (!this.opening) return { is: 'asking pen' }
    const { doc, wire, saves, synced, pen } = this.opening
    if (!synced) return { is: 'syncing' }
    const is = wire.wsconnected && wire.synced ? 'open' : 'offline'
    return { is, doc, awareness: wire.awareness, unsaved: saves.unsaved, pen }
  }

  private async open(): Promise<void> {
    const given = await this.desk.askPen().catch(() => null)
    if (this.end) return
    if (given === null) setTimeout(() => void this.open(), RETRY)
    else if (isRefusal(given)) this.finish({ is: 'refused', refusal: given }, given)
    else this.enter(given.pen)
  }

  private enter(pen: Pen): void {
    const doc = newTextDoc()
    // Before the socket is made: presence takes its number from the document.
    doc.clientID = pen
    const saves = new Saves()
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === wire) return
      saves.change(Y.getState(doc.store, pen))
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
          if (saves.unsaved === 0) this.allSaved(pen)
          this.touch()
        },
        refused: (refusal, code) =>
          code === CLOSE.draftClosed ? this.finish({ is: 'closed' }, refusal) : this.refused(refusal),
      },
    )
    this.opening = { pen, doc, wire, saves, synced: false }
    wire.on('sync', (synced) => {
      if (synced && this.opening?.doc === doc) this.opening.synced = true
    })
    wire.connect()
    this.state.touch()
  }

  private touch(): void {
    this.state.touch()
    if ((this.opening?.saves.unsaved ?? 0) > 0 && !this.keeping) {
      this.keeping = setTimeout(() => {
        this.keeping = null
        this.keepUnsent(null)
      }, KEEP)
    }
  }

  private allSaved(pen: Pen): void {
    this.warned = false
    this.desk.tray.dropOf(pen)
  }

  /** The words go to the tray, the document is thrown away; one more try with a new pen. */
  private refused(refusal: Refusal): void {
    if (this.end) return
    if (this.warned) {
      this.finish({ is: 'refused', refusal }, refusal)
      return
    }
    this.warned = true
    this.close(refusal)
    this.state.flush()
    void this.open()
  }

  private finish(end: DraftState, reason: Refusal | null): void {
    if (this.end) return
    this.end = end
    removeEventListener('pagehide', this.keepNow)
    this.close(reason)
    this.state.flush()
  }

  private close(reason: Refusal | null): void {
    this.keepUnsent(reason)
    const { opening } = this
    this.opening = null
    opening?.wire.destroy()
    opening?.wire.awareness.destroy()
    opening?.doc.destroy()
  }

  private keepUnsent(reason: Refusal | null): void {
    if (!this.opening || this.opening.saves.unsaved === 0) return
    const { doc, pen, saves } = this.opening
    const words = unsentWords(doc, pen, saves.safeClock)
    this.desk.tray.keep(words, { at: this.desk.now(), draft: this.place.draft, pen, reason })
  }
}
