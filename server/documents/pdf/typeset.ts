import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
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
const LARGEST = 2 ** 28

/**
 * Sets a sheet. Whatever stands in it is data for the template, and never read as markup or as code. The same sheet gives
 * the same bytes, on every machine: typefaces come with the program, and the date from the sheet. Throws where the
 * compiler gives up, which ends a process of its own and nothing else.
 */
export function typeset(template: Template, { drawings, ...sheet }: Sheet, shown: Shown): Uint8Array {
  const { status, signal, error, stdout, stderr } = spawnSync(process.execPath, [SETTER], {
    input: JSON.stringify({
      ...{ template, folder: import.meta.dirname, faces: facesFolders(), standard: STANDARD },
      // Drawings and addresses are no words: they are taken as they are.
      inputs: { ...drawings, sheet: dataOf({ ...sheet, ...shown }) },
    }),
    env: NOTHING_OF_THIS_MACHINE,
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
    maxBuffer: LARGEST,
  })
  if (status !== 0) {
    throw new Error(`${template} could not be set (${signal ?? status}): ${error?.message ?? ''} ${stderr}`)
  }
  return stdout
}

const SETTER = join(import.meta.dirname, 'setter.mjs')

/** Not its settings, and not its typefaces. */
const NOTHING_OF_THIS_MACHINE = { FONTCONFIG_FILE: join(import.meta.dirname, 'no-fonts.conf') }

const dataOf = (sheet: object): string =>
  JSON.stringify(sheet, (_, value: unknown) => (typeof value === 'string' ? settable(value) : value))
