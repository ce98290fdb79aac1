import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * What a slow reader has missed: frames are skipped while it has too much in its buffer, and once it has read on,
 * one update brings it up to date. So nobody's slowness costs more than a bounded buffer.
 */
export class Lag {
  /** By client, the clock from which on the reader has nothing. */
  private readonly missing = new Map<number, number>()

  miss(update: Uint8Array): void {
    for (const [client, clock] of Y.parseUpdateMeta(update).from) {
      this.missing.set(client, Math.min(clock, this.missing.get(client) ?? clock))
    }
  }

  /** The state vector that the reader would have sent. */
  vector(doc: Y.Doc): Uint8Array {
    const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
    for (const [client, clock] of this.missing) vector.set(client, clock)
    return encodeVector(vector)
  }
}

/** In Yjs's form: how many clients, then client and clock of each. */
function encodeVector(vector: ReadonlyMap<number, number>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, vector.size)
    for (const [client, clock] of [...vector].sort((a, b) => b[0] - a[0])) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
    }
  })
}
