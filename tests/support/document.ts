import { makeDocument } from '../../server/documents/make.ts'
import type { Source } from '../../server/documents/source.ts'
import { DocumentAsked } from '../../shared/document-asked.ts'
import { must } from './chamber.ts'

/** A document of what was said in a chamber, as the thread makes it; `text` as UTF-8. */
export async function fileOf(source: Source, asked: Readonly<{ [name: string]: string }>) {
  const made = must(await makeDocument(source, DocumentAsked.parse(asked)))
  return { ...made, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(made.bytes) }
}
