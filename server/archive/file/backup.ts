import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { DeclarationId } from '../../../shared/ids.ts'
import { BackupWriter, readableBytes, withBackup } from './backup-format.ts'
import { FILE_MODE, syncFolder } from './durable.ts'
import { HEADER_BYTES } from './frame.ts'
import { declarationsIn, journalPath, lookingAt, SEAL, surveyJournal } from './survey.ts'

/** What a backup holds. */
export interface BackedUp {
  readonly declarations: readonly DeclarationId[]
  readonly bytes: number
}

/** There is something already where it should be written. */
export class InTheWay extends Error {
  override readonly name = 'InTheWay'
}

/**
 * Copies an archive into one file, while a server works on it or not: the register, and of each journal what is
 * on disk, record by record. Sign-in links are not in it. The copy is read back before it gets its name.
 * @throws InTheWay where the file exists, DamagedJournal where a journal is damaged
 */
export async function backUp(folder: string, target: string): Promise<BackedUp> {
  const path = resolve(target)
  if (await isThere(path)) throw new InTheWay(`${path} exists. A backup overwrites nothing.`)
  const fresh = `${path}.new`
  const file = await open(fresh, 'w', FILE_MODE)
  try {
    const declarations = await writeAll(folder, await BackupWriter.begin(file))
    const { size } = await file.stat()
    await file.close()
    await withBackup(fresh, () => Promise.resolve())
    await rename(fresh, path)
    await syncFolder(dirname(path))
    return { declarations, bytes: size }
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(fresh, { force: true })
    throw error
  }
}

async function writeAll(folder: string, writer: BackupWriter): Promise<readonly DeclarationId[]> {
  const declarations = await declarationsIn(folder)
  for (const id of declarations) {
    await lookingAt(join(folder, journalPath(id)), async (file, size) => {
      let end = HEADER_BYTES
      for await (const record of surveyJournal(file, size)) end = record.end
      await writer.add(journalPath(id), file, end)
    })
  }
  const seal = await readFile(join(folder, SEAL)).catch(whereThere)
  if (seal) await writer.add(SEAL, readableBytes(seal), seal.length)
  // The register comes last: whoever acts in a journal was in it before.
  const register = await readFile(join(folder, 'register.json'))
  await writer.add('register.json', readableBytes(register), register.length)
  await writer.end()
  return declarations
}

/** Null for a folder on which no server has worked since there are seals. */
function whereThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
