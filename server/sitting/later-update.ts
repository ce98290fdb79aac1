import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * The update that makes the document as it stands at the call, to be taken piece by piece later, whatever becomes of
 * the document. Most of it are the values of the record. They never change, so they are noted now and written when
 * their piece is taken; the rest is small.
 */
export function laterUpdate(doc: Y.Doc): Iterable<Uint8Array> {
  const outline = new Outline()
  const rest = Y.encodeStateAsUpdateV2(doc, undefined, outline)
  return filled(rest, outline.values)
}

interface Noted {
  /** Where it belongs in what is written without values. */
  readonly at: number
  readonly value: unknown
}

/** Writes an update as Yjs does, without the values. */
class Outline extends Y.UpdateEncoderV1 {
  readonly values: Noted[] = []

  override writeAny(value: unknown): void {
    this.values.push({ at: encoding.length(this.restEncoder), value })
  }
}

const PIECE_BYTES = 64 * 1024

function* filled(rest: Uint8Array, values: readonly Noted[]): Generator<Uint8Array> {
  let piece = encoding.createEncoder()
  let from = 0
  for (const { at, value } of values) {
    encoding.writeUint8Array(piece, rest.subarray(from, at))
    encoding.writeAny(piece, value as never)
    from = at
    if (encoding.length(piece) < PIECE_BYTES) continue
    yield encoding.toUint8Array(piece)
    piece = encoding.createEncoder()
  }
  encoding.writeUint8Array(piece, rest.subarray(from))
  yield encoding.toUint8Array(piece)
}
