import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { MESSAGE, type Mine, type Notes } from '../../shared/protocol.ts'
import type { Refusal } from '../../shared/refusal.ts'

/** Messages as they go over the wire: y-websocket's, and ours beside them. */

const frame = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    write(encoder)
  })

/** Asks for what we lack. The stock provider answers with exactly one step 2, which counts as a message of its own. */
export const syncStep1 = (doc: Y.Doc): Uint8Array =>
  frame(MESSAGE.sync, (encoder) => sync.writeSyncStep1(encoder, doc))

export const syncStep2 = (doc: Y.Doc, stateVector: Uint8Array): Uint8Array =>
  frame(MESSAGE.sync, (encoder) => {
    encoding.writeVarUint(encoder, sync.messageYjsSyncStep2)
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc, stateVector))
  })

export const syncUpdate = (update: Uint8Array): Uint8Array =>
  frame(MESSAGE.sync, (encoder) => sync.writeUpdate(encoder, update))

export const awareness = (update: Uint8Array): Uint8Array =>
  frame(MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update))

export const saved = (count: number): Uint8Array =>
  frame(MESSAGE.saved, (encoder) => encoding.writeVarUint(encoder, count))

export const mine = (drafts: Mine): Uint8Array =>
  frame(MESSAGE.mine, (encoder) => encoding.writeVarString(encoder, JSON.stringify(drafts)))

export const notes = (said: Notes): Uint8Array =>
  frame(MESSAGE.notes, (encoder) => encoding.writeVarString(encoder, JSON.stringify(said)))

/** In the form of y-protocols' auth message: permission denied, with the refusal as its reason. */
export const denied = (refusal: Refusal): Uint8Array =>
  frame(MESSAGE.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, JSON.stringify(refusal))
  })

/** What a client may send. */
export type ClientMessage =
  | { readonly kind: 'state vector'; readonly vector: Uint8Array }
  /** `isAnswer`: step 2, to our question what we lack. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'presence'; readonly update: Uint8Array }
  | { readonly kind: 'presence asked' }

/** Reads one message; null for bytes that are none. */
export function readMessage(data: Uint8Array): ClientMessage | null {
  try {
    return read(decoding.createDecoder(data))
  } catch {
    return null
  }
}

function read(decoder: decoding.Decoder): ClientMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { kind: 'presence', update: decoding.readVarUint8Array(decoder) }
    case MESSAGE.queryAwareness:
      return { kind: 'presence asked' }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage | null {
  const type = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (type === sync.messageYjsSyncStep1) {
    // Throws for bytes that are none.
    Y.decodeStateVector(bytes)
    return { kind: 'state vector', vector: bytes }
  }
  const isAnswer = type === sync.messageYjsSyncStep2
  const isUpdate = isAnswer || type === sync.messageYjsUpdate
  return isUpdate ? { kind: 'update', update: bytes, isAnswer } : null
}

/** Whether an update, as a client that never wrote sends it, brings nothing. */
export function bringsNothing(update: Uint8Array, doc: Y.Doc): boolean {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const known = (client: number, end: number) => end <= Y.getState(doc.store, client)
    const here = Y.createDeleteSetFromStructStore(doc.store)
    return (
      structs.every(({ id, length }) => known(id.client, id.clock + length)) &&
      [...ds.clients].every(([client, ranges]) =>
        ranges.every(({ clock, len }) =>
          (here.clients.get(client) ?? []).some(
            (it) => it.clock <= clock && clock + len <= it.clock + it.len,
          ),
        ),
      )
    )
  } catch {
    return false
  }
}
