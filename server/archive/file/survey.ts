import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DECLARATION_ID, type DeclarationId } from '../../../shared/ids.ts'
import type { Entry } from '../contract.ts'
import { entriesOf } from './entry.ts'
import { HEADER_BYTES } from './frame.ts'
import { type JournalFile, type Readable, readSalt, wholeRecords } from './scan.ts'

/** Looks at an archive without holding it, and changes nothing: a server may be writing meanwhile. */

/** Where the key of the seal is. */
export const SEAL = 'seal.pem'

/** The key of the seal. Throws where no server was ever started on the folder. */
export const sealIn = (folder: string): Promise<string> =>
  readFile(join(folder, SEAL), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new Error(`No server was ever started on ${folder}: there is no seal yet.`, { cause })
  })

export const journalPath = (declaration: DeclarationId): string => `declarations/${declaration}/journal`

/** Every declaration of which something is in its journal, by id. Throws where there is no archive. */
export async function declarationsIn(folder: string): Promise<readonly DeclarationId[]> {
  const names = await readdir(join(folder, 'declarations')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new Error(`There is nothing of Paraph in ${folder}.`, { cause })
  })
  const ids = names.filter((name) => DECLARATION_ID.test(name)).sort()
  const sizes = await Promise.all(ids.map((id) => sizeOf(join(folder, journalPath(id)))))
  return ids.filter((_, index) => (sizes[index] ?? 0) > HEADER_BYTES)
}

export interface SurveyedRecord {
  readonly sequence: number
  readonly offset: number
  readonly end: number
  readonly entries: readonly Entry[]
}

/**
 * Every record of a journal that is on disk now, whole, oldest first; `unfinished` gets how many bytes stand
 * after the last: a crash left them, or the server is just writing.
 * @throws DamagedJournal
 */
export async function* surveyJournal(
  file: Readable,
  size: number,
  unfinished: (bytes: number) => void = () => undefined,
): AsyncGenerator<SurveyedRecord> {
  const salt = await readSalt(file, size)
  let reached = HEADER_BYTES
  for await (const record of wholeRecords(file, salt, size)) {
    const { sequence, offset, end } = record
    yield { sequence, offset, end, entries: entriesOf(record) }
    reached = end
  }
  if (reached < size) unfinished(size - reached)
}

/** Opens the journal to be looked at. What it holds at this moment is on disk when `look` begins. */
export async function lookingAt<T>(
  path: string,
  look: (file: Readable, size: number) => Promise<T>,
): Promise<T> {
  const file: JournalFile = await open(path, 'r')
  try {
    const { size } = await file.stat()
    await file.datasync()
    return await look(file, size)
  } finally {
    await file.close()
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 0
      throw error
    },
  )
