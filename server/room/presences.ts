import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
import type { Presence } from '../../shared/protocol.ts'
import type { Seat } from './seat.ts'

/**
 * Who is in a room, in the form of y-protocols' awareness. Anyone could write anyone's entry, so the server keeps
 * one entry for each socket and stamps who it is (rule P4); a client only says where it is. Entries of others,
 * which honest providers echo, are passed over.
 */
export class Presences {
  private readonly entries = new Map<Seat, Entry>()
  private readonly taken = new Set<number>()
  private readonly moved = new Set<Seat>()
  private all: Uint8Array | null = null

  /** Takes what a socket says of itself. Bytes that say nothing of the kind are passed over too. */
  take(seat: Seat, update: Uint8Array): void {
    const said = readEntries(update)
    const bound = this.entries.get(seat)
    const own = bound
      ? said.find(({ client }) => client === bound.client)
      : said.find((it) => !this.taken.has(it.client))
    if (!own) return
    const place = Place.nullable().safeParse(own.state)
    if (!place.success || (!bound && place.data === null)) return
    const clock = Math.max(own.clock, (bound?.clock ?? 0) + 1)
    const state = place.data && stamped(seat, place.data)
    this.entries.set(seat, { client: own.client, clock, state })
    this.taken.add(own.client)
    this.all = null
    // Clients renew what they said every 15 seconds; to the room that is no news.
    if (!bound || JSON.stringify(bound.state) !== JSON.stringify(state)) this.moved.add(seat)
  }

  /** The person has gone: gives the update that says so, or null where nobody had seen them. */
  leave(seat: Seat): Uint8Array | null {
    const entry = this.entries.get(seat)
    this.entries.delete(seat)
    if (entry) this.taken.delete(entry.client)
    this.all = null
    this.moved.delete(seat)
    return entry ? encode([{ ...entry, clock: entry.clock + 1, state: null }]) : null
  }

  /** Everybody, for one who joins. */
  everybody(): Uint8Array {
    this.all ??= encode([...this.entries.values()])
    return this.all
  }

  /** Everybody once more, as if each had renewed what they said: a client forgets who was silent for 30 seconds. */
  renewed(): Uint8Array {
    for (const [seat, entry] of this.entries) this.entries.set(seat, { ...entry, clock: entry.clock + 1 })
    this.all = null
    return this.everybody()
  }

  /** What moved since this was last asked; null when nothing did. */
  news(): Uint8Array | null {
    const entries = [...this.moved].flatMap((seat) => this.entries.get(seat) ?? [])
    this.moved.clear()
    return entries.length > 0 ? encode(entries) : null
  }
}

interface Entry {
  readonly client: number
  readonly clock: number
  readonly state: Presence | null
}

/** Where a client may say that it is, and whether an observer wishes to be named; everything else that it says of itself is dropped. */
const Place = z.object({
  clause: z.string().max(40).nullish(),
  cursor: z.unknown().refine(isShort).optional(),
  /** An observer's wish: true to be named. */
  named: z.boolean().optional(),
})

/** What is nested too deeply to be written is not short. */
function isShort(value: unknown): boolean {
  try {
    return JSON.stringify(value).length < 600
  } catch {
    return false
  }
}

const stamped = ({ capacity: { name, delegation, role } }: Seat, place: z.infer<typeof Place>): Presence => ({
  // An observer is counted, and named only at their own wish.
  user: { name: role === 'observer' && !place.named ? '' : name, delegation, role },
  clause: place.clause ?? null,
  ...(place.cursor ? { cursor: place.cursor } : {}),
})

interface Said {
  readonly client: number
  readonly clock: number
  readonly state: unknown
}

const MOST_ENTRIES = 2_000

function readEntries(update: Uint8Array): Said[] {
  try {
    const decoder = decoding.createDecoder(update)
    const count = Math.min(decoding.readVarUint(decoder), MOST_ENTRIES)
    return Array.from({ length: count }, () => ({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: JSON.parse(decoding.readVarString(decoder)) as unknown,
    }))
  } catch {
    return []
  }
}

const encode = (entries: readonly Entry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    }
  })
