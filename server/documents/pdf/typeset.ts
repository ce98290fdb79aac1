import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { helperAtWork } from '../helper.ts'
import { facesFolders } from './faces.ts'
import { settable } from './letters.ts'
import type { Sheet } from './sheet.ts'

/** What a document looks like: a file of this folder. */
export type Template = 'text' | 'marked' | 'account' | 'roll'

/** What only this document has, by the names that its template knows. */
type Shown = Readonly<{ [name: string]: unknown }>

/** ISO 14289-1: tagged, so that whoever reads it by ear or by touch reads the same. */
const STANDARD = 'ua-1'
/** The longest compilation takes some seconds. */
const PATIENCE = 45_000

/**
 * Sets a sheet. Whatever stands in it is data for the template, and never read as markup or as code. The same sheet gives
 * the same bytes, on every machine: typefaces come with the program, and the date from the sheet. Rejects where the
 * compiler gives up, which ends a process of its own and nothing else.
 */
export async function typeset(
  template: Template,
  { drawings, ...sheet }: Sheet,
  shown: Shown,
): Promise<Uint8Array> {
  const setter = spawn(process.execPath, [SETTER], {
    env: NOTHING_OF_THIS_MACHINE,
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  })
  helperAtWork(setter.pid ?? null)
  // One that gives up early reads nothing; its status tells so.
  setter.stdin.on('error', () => {})
  setter.stdin.end(
    JSON.stringify({
      ...{ template, folder: import.meta.dirname, faces: facesFolders(), standard: STANDARD },
      // Drawings and addresses are no words: they are taken as they are.
      inputs: { ...drawings, sheet: dataOf({ ...sheet, ...shown }) },
    }),
  )
  const [bytes, complaint, [status, signal]] = await Promise.all([
    buffer(setter.stdout),
    text(setter.stderr),
    once(setter, 'close'),
  ])
  helperAtWork(null)
  if (status !== 0) throw new Error(`${template} could not be set (${signal ?? status}): ${complaint}`)
  return bytes
}

const SETTER = join(import.meta.dirname, 'setter.mjs')

/** Not its settings, and not its typefaces. */
const NOTHING_OF_THIS_MACHINE = { FONTCONFIG_FILE: join(import.meta.dirname, 'no-fonts.conf') }

const dataOf = (sheet: object): string =>
  JSON.stringify(sheet, (_, value: unknown) => (typeof value === 'string' ? settable(value) : value))
