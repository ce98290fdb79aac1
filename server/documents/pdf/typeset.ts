import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { facesFolders } from './faces.ts'
import { settable } from './letters.ts'
import type { Sheet } from './sheet.ts'

/** What a document looks like: a file of this folder. */
export type Template = 'text' | 'marked' | 'account' | 'roll'

/** What only this document has, by the names that its template knows. */
type Shown = Readonly<{ [name: string]: unknown }>

/** ISO 14289-1: tagged, so that whoever reads it by ear or by touch reads the same. */
const STANDARD = 'ua-1'

/**
 * Sets a sheet. Whatever stands in it is data for the template, and never read as markup or as code. The same sheet gives
 * the same bytes, on every machine: typefaces come with the program, and the date from the sheet.
 */
export function typeset(template: Template, { drawings, ...sheet }: Sheet, shown: Shown): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: facesFolders() }],
  })
  try {
    const set = compiler.compile({
      mainFilePath: `${import.meta.dirname}/${template}.typ`,
      // Drawings and addresses are no words: they are taken as they are.
      inputs: { ...drawings, sheet: dataOf({ ...sheet, ...shown }) },
    })
    const faults = set.takeDiagnostics()
    if (faults) throw new Error(`${template}: ${JSON.stringify(compiler.fetchDiagnostics(faults))}`)
    if (!set.result) throw new Error(`${template} gave no document`)
    return compiler.pdf(set.result, { pdfStandard: STANDARD })
  } finally {
    // What it remembers of a document is of no use for the next.
    compiler.evictCache(0)
  }
}

const dataOf = (sheet: object): string =>
  JSON.stringify(sheet, (_, value: unknown) => (typeof value === 'string' ? settable(value) : value))
