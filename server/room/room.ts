import type * as Y from 'yjs'
import { voiceOf } from '../../shared/delegation.ts'
import { isMember } from '../../shared/draft.ts'
import type { DelegationCode, DraftId } from '../../shared/ids.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { Draft } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Listener } from '../sitting/around.ts'
import type { Sitting } from '../sitting/sitting.ts'
import type { State } from '../sitting/state.ts'
import type { Hand } from '../sitting/tick.ts'
import { DraftTable } from './draft-table.ts'
import * as frames from './frames.ts'
import { Gathering } from './gathering.ts'
import { type Packet, packetOf } from './packet.ts'
import type { Seat } from './seat.ts'

/**
 * The room of one declaration: everybody who has it open, and a table for each draft that is being written. It
 * passes on what the sitting tells, and nothing else: what it sends is on disk.
 */
export class Room extends Gathering implements Listener {
  private readonly tables = new Map<DraftId, DraftTable>()
  private readonly leaveSitting: () => void
  private greeting: Greeting | null = null
  /** What each was last told. */
  private readonly mine = new WeakMap<Seat, Uint8Array>()

  constructor(sitting: Sitting) {
    super(sitting)
    this.leaveSitting = sitting.listen(this)
  }

  /** Delegations that have the declaration open. */
  get present(): readonly DelegationCode[] {
    return [...new Set([...this.seats].flatMap(({ capacity }) => capacity.delegation ?? []))].sort()
  }

  get isEmpty(): boolean {
    return this.seats.size === 0 && [...this.tables.values()].every((table) => table.isDeserted)
  }

  override enter(seat: Seat): void {
    super.enter(seat)
    void this.tellMine([seat])
    void this.tellNotes(voiceOf(seat.capacity), [seat])
  }

  table(draft: DraftId): DraftTable {
    const table = this.tables.get(draft) ?? new DraftTable(draft, this.sitting)
    this.tables.set(draft, table)
    return table
  }

  override beat(): void {
    super.beat()
    for (const table of this.tables.values()) table.beat()
  }

  override heartbeat(): void {
    super.heartbeat()
    for (const table of this.tables.values()) table.heartbeat()
  }

  hall(update: Uint8Array): void {
    this.greeting = null
    this.pass(update)
  }

  draft(id: DraftId, update: Uint8Array, hand: Hand | null): void {
    this.tables.get(id)?.written(update, hand)
  }

  draftClosed(id: DraftId): void {
    this.tables.get(id)?.expel(() => true, refuse('draft/unknown'), CLOSE.draftClosed)
    this.tables.delete(id)
  }

  draftsChanged(): void {
    void this.tellMine(this.seats)
    for (const table of this.tables.values()) void table.checkMembers()
  }

  notesChanged(delegation: DelegationCode): void {
    void this.tellNotes(delegation, this.seats)
  }

  broken(reason: Refusal): void {
    this.closeAll((seat) => seat.restart(reason))
  }

  /** Shows out who may stay no longer: a capacity and a session end with time too. */
  checkSeats(mayStay: (seat: Seat) => boolean): void {
    this.expel((seat) => !mayStay(seat), refuse('capacity/expired'), CLOSE.noSession)
  }

  /** Shown out of the room and of every table. */
  override expel(leaves: (seat: Seat) => boolean, refusal: Refusal, code: number): void {
    super.expel(leaves, refusal, code)
    for (const table of this.tables.values()) table.expel(leaves, refusal, code)
  }

  override closeAll(how: (seat: Seat) => void): void {
    this.leaveSitting()
    super.closeAll(how)
    for (const table of this.tables.values()) table.closeAll(how)
  }

  protected docOf = ({ hall }: State) => hall

  protected async synchronize(seat: Seat, vector: Uint8Array): Promise<void> {
    const answer = await this.sitting.look((_, { hall }) => {
      const { everything, question } = this.greet(hall)
      if (isBlank(vector)) seat.post(everything)
      else seat.send(frames.syncStep2(hall, vector))
      seat.post(question)
    })
    if (isRefusal(answer)) seat.restart(answer)
  }

  /** A thousand who join in a moment cost one encoding of the state. */
  private greet(hall: Y.Doc): Greeting {
    this.greeting ??= {
      everything: packetOf(frames.syncStep2(hall, BLANK)),
      question: packetOf(frames.syncStep1(hall)),
    }
    return this.greeting
  }

  /** Nobody writes here (rule P1). A client that has nothing of its own answers our step 1 with what we sent it. */
  protected async take(seat: Seat, update: Uint8Array): Promise<void> {
    const nothing = await this.sitting.look((_, { hall }) => frames.bringsNothing(update, hall))
    if (nothing !== true) seat.refuse(refuse('update/read-only'), CLOSE.forbidden)
  }

  /** To each which drafts it may write, private ones too; only where that has changed. */
  private async tellMine(seats: Iterable<Seat>): Promise<void> {
    const record = await this.sitting.look((it) => it)
    if (isRefusal(record)) return
    const frameOf = mineByVoice(Object.values(record.drafts))
    for (const seat of seats) {
      const frame = frameOf(voiceOf(seat.capacity))
      if (sameBytes(this.mine.get(seat), frame)) continue
      this.mine.set(seat, frame)
      seat.send(frame)
    }
  }

  /** A delegation's notes, to those of `seats` who speak for it and to nobody else. */
  private async tellNotes(delegation: DelegationCode | null, seats: Iterable<Seat>): Promise<void> {
    if (delegation === null) return
    const notes = await this.sitting.look((_, state) => state.notes.of(delegation))
    if (isRefusal(notes)) return
    const frame = frames.notes({ notes })
    for (const seat of seats) if (voiceOf(seat.capacity) === delegation) seat.send(frame)
  }
}

/** One frame for all who speak for the same delegation. */
function mineByVoice(drafts: readonly Draft[]): (voice: DelegationCode | null) => Uint8Array {
  const made = new Map<DelegationCode | null, Uint8Array>()
  return (voice) => {
    const frame = made.get(voice) ?? frames.mine({ drafts: drafts.filter((draft) => isMember(draft, voice)) })
    made.set(voice, frame)
    return frame
  }
}

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && (a === b || (a.length === b.length && a.every((byte, at) => byte === b[at])))

/** What everybody who joins with nothing is sent: the whole state, and our question what they have. */
interface Greeting {
  readonly everything: Packet
  readonly question: Packet
}

/** The state vector of an empty document. */
const BLANK = new Uint8Array([0])
const isBlank = (vector: Uint8Array): boolean => vector.length === 1 && vector[0] === 0
