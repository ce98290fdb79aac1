import { DocumentAsked } from '../../shared/document-asked.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { Shelf } from '../documents/shelf.ts'
import { sourceFor } from '../source.ts'
import type { Around } from './around.ts'
import { documentLimit } from './limit.ts'
import { reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As, asking, reader } from './who.ts'

export function document(around: Around): Resource {
  const shelf = new Shelf((...asked) => around.press.run('makeDocument', ...asked))
  const limit = documentLimit()
  const get = operation({
    says: 'The declaration as a file: its text, its compilation, its amendments, its account of words or its roll.',
    answers: 'Document',
    query: As.extend(DocumentAsked.shape),
    async handle(asked) {
      const who = reader(around.identity, asked.request, asked.query.as)
      if (isRefusal(who)) return who
      const made = await limit(who, async () => {
        const found = await reading(around, asked, (sitting) => sitting.source())
        if (isRefusal(found)) return found
        const { as: _, ...query } = asked.query
        const source = sourceFor(around, asked.param('declaration'), found)
        return shelf.document(asking(who, asked.response), source, query)
      })
      if (isRefusal(made)) return made
      asked.response.attachment(made.name)
      return { bytes: made.bytes, type: made.type }
    },
  })
  return { path: '/api/declarations/:declaration/document', operations: { get } }
}
