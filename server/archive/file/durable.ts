import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Only the server's own account may read what a negotiation keeps. */
export const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

/**
 * Replaces the file as a whole: whoever opens it, after a crash too, finds the old bytes or the new ones. Pieces are
 * written one by one, and other work gets its turn in between.
 */
export async function writeDurably(
  path: string,
  bytes: string | Uint8Array | Iterable<Uint8Array>,
): Promise<void> {
  const fresh = `${path}.new`
  const file = await open(fresh, 'w', FILE_MODE)
  try {
    // Each goes on where the one before ended.
    for (const piece of isWhole(bytes) ? [bytes] : bytes) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(fresh, path)
  await syncFolder(dirname(path))
}

const isWhole = (bytes: string | Uint8Array | Iterable<Uint8Array>): bytes is string | Uint8Array =>
  typeof bytes === 'string' || bytes instanceof Uint8Array

/** Makes the folder, and those above it, so that they are there after a crash too. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: FOLDER_MODE })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** A name in a folder lasts only when the folder itself was synced. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
