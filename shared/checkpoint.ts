import { hashes, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { LedgerAnswer } from './api.ts'
import { openNote, readHead, readKey, type TreeHead, type VerifierKey } from './signed-note.ts'

/** The head of a ledger whose signature was checked, and the key that it is by. */
export interface Checkpoint {
  readonly head: TreeHead
  readonly key: VerifierKey
}

// The library comes without a hash of its own; this is the only place that uses it.
hashes.sha512 = sha512

/**
 * Opens what a server shows as the head of its ledger, which may have been made up. Null where it is no checkpoint,
 * is in another name than its key's, or is not signed by that key.
 */
export function openCheckpoint(shown: LedgerAnswer): Checkpoint | null {
  try {
    return opened(shown)
  } catch {
    // What is no base64 throws in a browser, and in Node it doesn't.
    return null
  }
}

function opened({ checkpoint, key: written }: LedgerAnswer): Checkpoint | null {
  const key = readKey(written)
  const note = key && openNote(checkpoint, key)
  const head = note && readHead(note.text)
  if (!head || head.origin !== key.name) return null
  return verify(note.signature, utf8ToBytes(note.text), key.bytes, { zip215: false }) ? { head, key } : null
}
