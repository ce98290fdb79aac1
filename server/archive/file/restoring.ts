import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, writeDurably } from './durable.ts'

/** A folder to which a backup is brought back, and not all of it is there yet. */
export class HalfRestored extends Error {
  override readonly name = 'HalfRestored'
}

/** From now on, until `restored`, no server opens the folder. */
export const restoring = (folder: string): Promise<void> => writeDurably(join(folder, MARK), '')

export async function restored(folder: string): Promise<void> {
  await rm(join(folder, MARK))
  await syncFolder(folder)
}

/** @throws HalfRestored */
export async function refuseHalfRestored(folder: string): Promise<void> {
  const isMarked = await stat(join(folder, MARK)).then(
    () => true,
    () => false,
  )
  if (!isMarked) return
  throw new HalfRestored(
    `Restoring a backup to ${folder} was broken off. Remove what is in it, and restore again.`,
  )
}

const MARK = 'restoring'
