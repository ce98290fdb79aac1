import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** How a server wants its messages: y-websocket's protocol, or Hocuspocus's with the document's name before each. */
export interface Wire {
  /** What a client that has nothing says first. */
  readonly hello: readonly Uint8Array[]
  /** Answers the server's question what we have. */
  readonly nothing: Uint8Array
  /** What keeps a silent line from being taken for dead. */
  readonly alive: Uint8Array
  update(update: Uint8Array): Uint8Array
  /** Says of a client, in y-protocols' awareness, where it is. */
  presence(client: number, clock: number, state: object): Uint8Array
  read(message: Uint8Array): Said
}

/** What a server says. `update` is of the bytes that were read, not a copy. */
export type Said =
  | { readonly kind: 'question' | 'other' }
  | { readonly kind: 'state' | 'update'; readonly update: Uint8Array }

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const SYNC_REPLY = 4
const STEP1 = 0
const STEP2 = 1
const UPDATE = 2

/** The state vector of an empty document, and the update that brings nothing. */
const BLANK = new Uint8Array([0])
const EMPTY = new Uint8Array([0, 0])

/** y-websocket's, which is ours too. */
export const PLAIN: Wire = wireOf('', [])

/** Hocuspocus's: a client first says who it is. */
export const hocuspocusWire = (document: string): Wire => {
  const auth = encoding.encode((encoder) => {
    encoding.writeVarString(encoder, document)
    encoding.writeVarUint(encoder, AUTH)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, '')
    encoding.writeVarString(encoder, '4.7.0')
  })
  return wireOf(document, [auth])
}

function wireOf(document: string, before: readonly Uint8Array[]): Wire {
  const address = document === '' ? [] : [...encoding.encode((it) => encoding.writeVarString(it, document))]
  const message = (type: number, bytes: Uint8Array, step?: number) =>
    encoding.encode((encoder) => {
      for (const byte of address) encoding.write(encoder, byte)
      encoding.writeVarUint(encoder, type)
      if (step !== undefined) encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  return {
    hello: [...before, message(SYNC, BLANK, STEP1)],
    nothing: message(SYNC, EMPTY, STEP2),
    alive: message(AWARENESS, BLANK),
    update: (update) => message(SYNC, update, UPDATE),
    presence: (client, clock, state) =>
      message(
        AWARENESS,
        encoding.encode((encoder) => {
          for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number)
          encoding.writeVarString(encoder, JSON.stringify(state))
        }),
      ),
    read(bytes) {
      const decoder = decoding.createDecoder(bytes)
      decoder.pos = address.length
      const type = decoding.readVarUint(decoder)
      if (type !== SYNC && type !== SYNC_REPLY) return { kind: 'other' }
      if (type === SYNC_REPLY && address.length === 0) return { kind: 'other' }
      const step = decoding.readVarUint(decoder)
      if (step === STEP1) return { kind: 'question' }
      return { kind: step === STEP2 ? 'state' : 'update', update: decoding.readVarUint8Array(decoder) }
    },
  }
}
