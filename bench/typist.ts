import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { elementsOf, wordsOf } from '../shared/text.ts'

type Id = readonly [client: number, clock: number]

/** Between two characters of the text as it was laid. */
export interface Place {
  readonly left: Id
  readonly right: Id
}

/** Every gap between two words, clause after clause. */
export function placesIn(doc: Y.Doc): Place[] {
  return elementsOf(doc).flatMap((element) => {
    const item = wordsOf(element)?._start
    if (!item || !(item.content instanceof Y.ContentString)) return []
    const { client, clock } = item.id
    return [...item.content.str.matchAll(/ /g)].map(({ index }) => ({
      left: [client, clock + index - 1] as const,
      right: [client, clock + index] as const,
    }))
  })
}

/** After so many characters somebody goes on elsewhere. */
const PHRASE = 120

/**
 * Somebody who types letter after letter, as the update that Yjs makes of each: written directly, because a
 * thousand documents of Yjs would measure themselves.
 */
export class Typist {
  private readonly client: number
  private readonly places: readonly Place[]
  private place: number
  private clock = 0
  private typed = 0

  /** `client` is nobody else's; `nth` says where to begin. */
  constructor(client: number, places: readonly Place[], nth: number) {
    this.client = client
    this.places = places
    this.place = (nth * 37) % places.length
  }

  type(character: string): Uint8Array {
    if (this.typed === PHRASE) {
      this.typed = 0
      this.place = (this.place + 41) % this.places.length
    }
    const { left, right } = this.places[this.place] ?? NOWHERE
    const origin: Id = this.typed === 0 ? left : [this.client, this.clock - 1]
    const update = insertion([this.client, this.clock], origin, right, character)
    this.typed++
    this.clock++
    return update
  }
}

const NOWHERE: Place = { left: [1, 0], right: [1, 1] }
/** A string with a neighbour on either side. */
const STRING_BETWEEN = 0xc4

/** An update of one struct, in Yjs's first encoding. */
const insertion = (id: Id, left: Id, right: Id, character: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1)
    writeId(encoder, id)
    encoding.writeUint8(encoder, STRING_BETWEEN)
    writeId(encoder, left)
    writeId(encoder, right)
    encoding.writeVarString(encoder, character)
    encoding.writeVarUint(encoder, 0)
  })

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
