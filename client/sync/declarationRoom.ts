import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { BlockId, CapacityId, DeclarationId } from '../../shared/ids.ts'
import type { RoomView } from '../../shared/mirror.ts'
import type { Note } from '../../shared/note.ts'
import type { Presence } from '../../shared/protocol.ts'
import type { Draft } from '../../shared/record.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { type Block, newDeclarationDoc, readText, recordRoot, textRoot } from '../../shared/text.ts'
import { lingering } from './lingering.ts'
import { MirrorReader } from './mirrorReader.ts'
import { isNamed, watchNaming } from './naming.ts'
import { Signal } from './signal.ts'
import { openWire } from './wire.ts'

/** What a page sees of a declaration. A new value whenever something changed; what did not change is kept. */
export interface RoomState {
  readonly status: 'connecting' | 'open' | 'offline' | 'refused'
  readonly refusal: Refusal | null
  /** The server has told that its disk takes nothing; until it has been reached again. */
  readonly isDiskFull: boolean
  /** Null until the server's state has arrived. */
  readonly view: RoomView | null
  /** Text and record. Read-only: the server refuses every update to it. */
  readonly doc: Y.Doc
  readonly blocks: readonly Block[]
  /** The others who are here, as the server names them. */
  readonly presence: readonly Presence[]
  /** Drafts that this capacity may write, private ones too; empty until the server has said which. */
  readonly mine: readonly Draft[]
  /** The internal notes of this delegation, which no other is sent. */
  readonly notes: readonly Note[]
  /** Says where this person is. */
  setClause(clause: BlockId | null): void
}

/** One declaration as one capacity sees it: one socket, however many pages look at it. */
export class DeclarationRoom {
  readonly doc = newDeclarationDoc()
  private readonly wire: WebsocketProvider
  private readonly state: Signal<RoomState>
  private refusal: Refusal | null = null
  private isDiskFull = false
  private mine: readonly Draft[] = []
  private notes: readonly Note[] = []
  private readonly mirror = new MirrorReader(recordRoot(this.doc), this.doc)
  private view: RoomView | null = null
  /** Null: to be read again. */
  private blocks: readonly Block[] | null = null
  private presence: readonly Presence[] | null = null
  private readonly offNaming: () => void

  constructor(declaration: DeclarationId, capacity: CapacityId, left: () => void) {
    this.wire = openWire(declaration, capacity, this.doc, {
      changed: () => {
        if (this.wire.synced) this.isDiskFull = false
        this.state.touch()
      },
      trouble: () => {
        this.isDiskFull = true
      },
      mine: ({ drafts }) => {
        this.mine = drafts
        this.state.touch()
      },
      notes: ({ notes }) => {
        this.notes = notes
        this.state.touch()
      },
      refused: (refusal) => {
        this.refusal = refusal
        this.state.touch()
      },
    })
    this.state = new Signal(() => this.look())
    recordRoot(this.doc).observeDeep(() => this.state.touch())
    textRoot(this.doc).observeDeep(() => {
      this.blocks = null
      this.state.touch()
    })
    this.wire.awareness.on('change', () => {
      this.presence = null
      this.state.touch()
    })
    this.watch = lingering(this.state, () => {
      this.close()
      left()
    })
    this.offNaming = watchNaming(() => this.sayNaming(capacity))
    this.sayNaming(capacity)
    this.wire.connect()
  }

  readonly get = (): RoomState => this.state.get()

  readonly watch: (watcher: () => void) => () => void

  private close(): void {
    this.offNaming()
    this.wire.destroy()
    this.wire.awareness.destroy()
    this.doc.destroy()
  }

  private look(): RoomState {
    this.view = this.mirror.read()
    this.blocks ??= readText(this.doc)
    this.presence ??= this.readPresence()
    return {
      status: this.status(),
      refusal: this.refusal,
      isDiskFull: this.isDiskFull,
      view: this.view,
      doc: this.doc,
      blocks: this.blocks,
      presence: this.presence,
      mine: this.mine,
      notes: this.notes,
      setClause: this.setClause,
    }
  }

  private status(): RoomState['status'] {
    if (this.refusal) return 'refused'
    if (this.wire.wsconnected && this.wire.synced) return 'open'
    const failing = this.view !== null || this.wire.wsUnsuccessfulReconnects > 1
    return failing ? 'offline' : 'connecting'
  }

  private readPresence(): readonly Presence[] {
    const { awareness } = this.wire
    return [...awareness.getStates()]
      .filter(([client, state]) => client !== awareness.clientID && 'user' in state)
      .map(([, state]) => state as Presence)
  }

  /** The server heeds it from observers alone. */
  private sayNaming(capacity: CapacityId): void {
    const named = isNamed(capacity)
    const { awareness } = this.wire
    if ((awareness.getLocalState()?.['named'] ?? false) !== named)
      awareness.setLocalStateField('named', named)
  }

  private readonly setClause = (clause: BlockId | null): void => {
    const { awareness } = this.wire
    if (awareness.getLocalState()?.['clause'] !== clause) awareness.setLocalStateField('clause', clause)
  }
}

const rooms = new Map<string, DeclarationRoom>()

/** The open room, or a new one; it closes by itself some time after the last page has left. */
export function roomOf(declaration: DeclarationId, capacity: CapacityId): DeclarationRoom {
  const key = `${capacity}/${declaration}`
  const open = rooms.get(key)
  if (open) return open
  const room = new DeclarationRoom(declaration, capacity, () => rooms.delete(key))
  rooms.set(key, room)
  return room
}
