import type * as Y from 'yjs'
import { voiceOf } from '../../shared/delegation.ts'
import { isMember } from '../../shared/draft.ts'
import type { DelegationCode, DraftId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Listener, Sitting } from '../sitting/sitting.ts'
import { DraftTable } from './draft-table.ts'
import * as frames from './frames.ts'
import { Presences } from './presences.ts'
import type { Seat } from './seat.ts'

/**
 * The room of one declaration: everybody who has it open, and a table for each draft that is being written. It
 * passes on what the sitting tells, and nothing else: what it sends is on disk.
 */
export class Room implements Listener {
  private readonly sitting: Sitting
  private readonly seats = new Set<Seat>()
  private readonly tables = new Map<DraftId, DraftTable>()
  private readonly presences = new Presences()
  private readonly leaveSitting: () => void
  private greeting: Greeting | null = null

  constructor(sitting: Sitting) {
    this.sitting = sitting
    this.leaveSitting = sitting.listen(this)
  }

  /** Delegations that have the declaration open. */
  get present(): readonly DelegationCode[] {
    return [...new Set([...this.seats].flatMap(({ capacity }) => capacity.delegation ?? []))].sort()
  }

  get isEmpty(): boolean {
    return this.seats.size === 0 && [...this.tables.values()].every((table) => table.isEmpty)
  }

  /** Gives a place to a reader, once its client says what it has. */
  enter(seat: Seat): void {
    this.seats.add(seat)
    seat.send(frames.awareness(this.presences.everybody()))
    void this.tellMine(seat)
  }

  async hear(seat: Seat, data: Uint8Array): Promise<void> {
    const message = frames.readMessage(data)
    if (!message) return seat.refuse(refuse('request/malformed'), CLOSE.malformed)
    switch (message.kind) {
      case 'state vector':
        return this.synchronize(seat, message.vector)
      case 'presence':
        return this.presences.take(seat, message.update)
      case 'presence asked':
        return seat.send(frames.awareness(this.presences.everybody()))
      case 'update':
        return this.readOnly(seat, message.update)
    }
  }

  leave(seat: Seat): void {
    this.seats.delete(seat)
    const gone = this.presences.leave(seat)
    if (gone) this.sendAll(frames.awareness(gone))
  }

  table(draft: DraftId): DraftTable {
    const table = this.tables.get(draft) ?? new DraftTable(draft, this.sitting)
    this.tables.set(draft, table)
    return table
  }

  /** Presence travels in beats, not with every caret that moves; and who was behind is looked after. */
  beat(): void {
    const news = this.presences.news()
    if (news) this.sendAll(frames.awareness(news))
    const behind = [...this.seats].filter((seat) => seat.isBehind)
    if (behind.length > 0) {
      void this.sitting.look((_, { hall }) => {
        for (const seat of behind) seat.catchUp(hall)
      })
    }
    for (const table of this.tables.values()) table.beat()
  }

  /** A client that hears nothing for 30 seconds believes the line dead, and forgets who else is there. */
  heartbeat(): void {
    this.sendAll(frames.awareness(this.presences.renewed()))
    for (const table of this.tables.values()) table.heartbeat()
  }

  hall(update: Uint8Array): void {
    this.greeting = null
    const frame = frames.syncUpdate(update)
    for (const seat of this.seats) seat.follow(update, frame)
  }

  draft(id: DraftId, update: Uint8Array): void {
    this.tables.get(id)?.pass(update)
  }

  draftClosed(id: DraftId): void {
    this.tables.get(id)?.close(refuse('draft/unknown'), CLOSE.draftClosed)
    this.tables.delete(id)
  }

  draftsChanged(): void {
    for (const seat of this.seats) void this.tellMine(seat)
    for (const table of this.tables.values()) void table.checkMembers()
  }

  broken(): void {
    this.closeAll((seat) => seat.restart())
  }

  /** Everybody whom `leaves` names is sent away; the capacity was revoked or the session signed out. */
  expel(leaves: (seat: Seat) => boolean): void {
    const gone = refuse('capacity/revoked')
    for (const seat of this.seats) if (leaves(seat)) seat.refuse(gone, CLOSE.noSession)
    for (const table of this.tables.values()) table.expel(leaves, gone, CLOSE.noSession)
  }

  closeAll(how: (seat: Seat) => void): void {
    this.leaveSitting()
    for (const seat of this.seats) how(seat)
    for (const table of this.tables.values()) table.closeAll(how)
  }

  private async synchronize(seat: Seat, vector: Uint8Array): Promise<void> {
    const answer = await this.sitting.look((_, { hall }) => {
      const { everything, question } = this.greet(hall)
      seat.send(isBlank(vector) ? everything : frames.syncStep2(hall, vector))
      seat.send(question)
    })
    if (isRefusal(answer)) seat.restart()
  }

  /** A thousand who join in a moment cost one encoding of the state. */
  private greet(hall: Y.Doc): Greeting {
    this.greeting ??= { everything: frames.syncStep2(hall, BLANK), question: frames.syncStep1(hall) }
    return this.greeting
  }

  /** Nobody writes here (rule P1). A client that has nothing of its own answers our step 1 with what we sent it. */
  private async readOnly(seat: Seat, update: Uint8Array): Promise<void> {
    const nothing = await this.sitting.look((_, { hall }) => frames.bringsNothing(update, hall))
    if (nothing !== true) seat.refuse(refuse('update/read-only'), CLOSE.forbidden)
  }

  private async tellMine(seat: Seat): Promise<void> {
    const voice = voiceOf(seat.capacity)
    const drafts = await this.sitting.look((record) =>
      Object.values(record.drafts).filter((draft) => isMember(draft, voice)),
    )
    if (!isRefusal(drafts)) seat.send(frames.mine({ drafts }))
  }

  private sendAll(frame: Uint8Array): void {
    for (const seat of this.seats) seat.send(frame)
  }
}

/** What everybody who joins with nothing is sent: the whole state, and our question what they have. */
interface Greeting {
  readonly everything: Uint8Array
  readonly question: Uint8Array
}

/** The state vector of an empty document. */
const BLANK = new Uint8Array([0])
const isBlank = (vector: Uint8Array): boolean => vector.length === 1 && vector[0] === 0
