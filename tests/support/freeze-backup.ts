import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { backUp } from '../../server/archive/file/backup.ts'

/**
 * Writes fixtures/formats/backup-1: a backup as the first released format has it, of the frozen journal (rule
 * J4). It was run once; a new format gets a folder and a script of its own.
 */

const formats = resolve(import.meta.dirname, '../../fixtures/formats')
const folder = await mkdtemp(join(tmpdir(), 'paraph-freeze-'))
await mkdir(join(folder, 'declarations/frozen'), { recursive: true })
await copyFile(join(formats, 'journal-1/journal'), join(folder, 'declarations/frozen/journal'))
await writeFile(join(folder, 'register.json'), '{"frozen":true}\n')
await mkdir(join(formats, 'backup-1'), { recursive: true })
await backUp(folder, join(formats, 'backup-1/backup'))
await rm(folder, { recursive: true })
