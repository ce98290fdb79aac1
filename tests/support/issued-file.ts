import { bookmarkOf, marksOf, propertiesOf } from '../../server/documents/docx/marks.ts'
import { DocumentAsked } from '../../shared/document-asked.ts'
import { type Chamber, DECLARATION } from './chamber.ts'
import { dossierIn } from './dossier.ts'
import { said, type WordParts, wordFile, written } from './word-file.ts'

/** A file that was issued of what stands in the chamber: its paragraphs may be written again with changes in them. */
export class IssuedFile {
  private readonly properties: { readonly [name: string]: string }
  private readonly paragraphs: string[]
  private readonly ids: readonly string[]

  private constructor(properties: IssuedFile['properties'], lines: readonly { id: string; words: string }[]) {
    this.properties = properties
    this.ids = lines.map(({ id }) => id)
    this.paragraphs = lines.map(({ id, words }) => written(said(words), this.mark(id)))
  }

  static async of(chamber: Chamber, what = 'text'): Promise<IssuedFile> {
    const dossier = await dossierIn(chamber)
    const marks = propertiesOf(marksOf(dossier, DocumentAsked.parse({ format: 'docx', what })))
    const properties = Object.fromEntries(marks.map(({ name, value }) => [name, value]))
    const lines = [
      { id: 'title', words: DECLARATION.title },
      ...DECLARATION.clauses.map((words, at) => ({
        id: `c${at + 1}`,
        words: `${at + 1}. ${words}${ENDS[at]}`,
      })),
    ]
    return new IssuedFile(properties, lines)
  }

  mark = (id: string) => ({ bookmark: bookmarkOf(id), style: id === 'title' ? 'DocumentTitle' : 'Clause' })

  /** The paragraph of a clause is written otherwise: as none, one or several. */
  with(id: string, ...runs: readonly string[]): this {
    this.paragraphs[this.ids.indexOf(id)] = runs.join('')
    return this
  }

  file = (more: WordParts = {}): Uint8Array =>
    wordFile({ properties: this.properties, body: this.paragraphs.join(''), ...more })
}

const ENDS = [' ;', ' ; et', '.']
