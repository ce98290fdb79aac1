import * as Y from 'yjs'
import { newDeclarationDoc } from '../shared/text.ts'
import { ALIVE_MS, connected, inGroups } from './join.ts'
import type { Line } from './line.ts'
import type { Venue } from './subject.ts'
import { placesIn, type Typist } from './typist.ts'

/** Everybody who is connected, and those among them who type. */
export interface Crowd {
  readonly readers: readonly Line[]
  readonly writers: readonly Writer[]
  /** One more reader, who keeps all that comes in. */
  readonly witness: Witness
  leave(): void
}

export interface Writer {
  readonly line: Line
  readonly typist: Typist
}

export interface Witness {
  readonly state: Uint8Array
  readonly updates: Uint8Array[]
}

/** People typing at once: two for each State that was invited, who write one draft, where so many are connected. */
export const writersAmong = (people: number): number => Math.min(people, 384)

/** `people` in all: the witness is one of them. */
export async function gather(venue: Venue, people: number, writers: number): Promise<Crowd> {
  const { line: witnessLine, state } = await connected(venue, venue.seat(people - 1))
  const updates: Uint8Array[] = []
  witnessLine.listener = (message) => {
    const said = venue.wire.read(message)
    if (said.kind === 'update' || said.kind === 'state') updates.push(said.update.slice())
  }
  const readers = await inGroups(
    people - 1,
    25,
    async (nth) => (await connected(venue, venue.seat(nth))).line,
  )
  const doc = newDeclarationDoc()
  Y.applyUpdate(doc, state)
  const places = placesIn(doc)
  if (places.length === 0) throw new Error('there is no text to type in')
  const seated = await inGroups(writers, 16, async (nth): Promise<Writer> => {
    const desk = await venue.desk(nth)
    const own = desk.address ? (await connected(venue, desk.address)).line : readers[nth]
    return { line: own ?? witnessLine, typist: desk.typist(places) }
  })
  const lines = new Set([witnessLine, ...readers, ...seated.map(({ line }) => line)])
  const alive = setInterval(() => {
    for (const line of lines) line.send(venue.wire.alive)
  }, ALIVE_MS)
  return {
    readers,
    writers: seated,
    witness: { state, updates },
    leave() {
      clearInterval(alive)
      for (const line of lines) line.close()
    },
  }
}

/** Who was sent away, and why. */
export const sentAway = ({ readers, writers }: Crowd): string[] =>
  [...readers, ...writers.map(({ line }) => line)].flatMap(({ closed }) => closed ?? [])
