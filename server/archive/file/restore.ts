import { randomInt } from 'node:crypto'
import { open, readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { DeclarationId, Pen } from '../../../shared/ids.ts'
import { InTheWay } from './backup.ts'
import { chunks, DamagedBackup, declarationOf, type Part, withBackup } from './backup-format.ts'
import { FILE_MODE, makeFolder, syncFolder } from './durable.ts'
import { openJournal } from './journal.ts'
import { restored, restoring } from './restoring.ts'
import { read } from './scan.ts'
import { SEAL, surveyJournal } from './survey.ts'

/** What was brought back. */
export interface Restored {
  readonly declarations: readonly DeclarationId[]
}

/**
 * Brings a backup back to an empty folder. Every checksum is verified, and every record read, before anything is
 * written; a folder where it was broken off is opened by no server.
 * @throws InTheWay where the folder is not empty, DamagedBackup, DamagedJournal
 */
export function restore(backup: string, target: string): Promise<Restored> {
  const folder = resolve(target)
  return withBackup(backup, async (parts) => {
    await refuseUnlessEmpty(folder)
    const checked: Checked[] = []
    for (const part of parts) checked.push(await check(part))
    await makeFolder(folder)
    await restoring(folder)
    for (const it of checked) await writePart(folder, it)
    await makeFolder(join(folder, 'declarations'))
    await restored(folder)
    return { declarations: checked.flatMap(({ part }) => declarationOf(part.name) ?? []) }
  })
}

/** A part that was read, and for a journal the last pen in it. */
interface Checked {
  readonly part: Part
  readonly lastPen: Pen | null
}

async function check(part: Part): Promise<Checked> {
  if (part.name === SEAL) return { part, lastPen: null }
  if (declarationOf(part.name) === null) {
    JSON.parse(new TextDecoder().decode(await read(part.body, 0, part.length)))
    return { part, lastPen: null }
  }
  let lastPen = 0
  const unfinished = () => {
    throw new DamagedBackup(`${part.name} breaks off`, part.length)
  }
  for await (const { entries } of surveyJournal(part.body, part.length, unfinished)) {
    for (const { pens } of entries) for (const { pen } of pens) lastPen = Math.max(lastPen, pen)
  }
  return { part, lastPen }
}

async function writePart(folder: string, { part, lastPen }: Checked): Promise<void> {
  const path = join(folder, part.name)
  await makeFolder(dirname(path))
  const file = await open(path, 'wx+', FILE_MODE)
  try {
    for await (const chunk of chunks(part.body, part.length)) await file.appendFile(chunk)
    await file.sync()
    await syncFolder(dirname(path))
    if (lastPen !== null) await skipPens(path, lastPen)
  } finally {
    await file.close()
  }
}

/**
 * Pens that were given out after the backup was made are still in browsers, with words that the journal has not.
 * Given out a second time, they would fork history (rule P2): those that follow begin where none has been.
 */
async function skipPens(path: string, last: Pen): Promise<void> {
  const journal = await openJournal(await open(path, 'r+'), {
    torn: () => undefined,
    ignored: () => undefined,
  })
  const pen = last + PENS_SKIPPED + randomInt(PENS_SCATTERED)
  await journal.append({ pens: [{ pen, draft: null, holder: null }], steps: [], hall: null })
  await journal.close()
}

/** More than are given out between two backups … */
const PENS_SKIPPED = 1_000_000
/** … and elsewhere when the same backup is restored a second time. */
const PENS_SCATTERED = 2 ** 28

async function refuseUnlessEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (names.length > 0) throw new InTheWay(`${folder} is not empty. A backup is restored to an empty folder.`)
}
