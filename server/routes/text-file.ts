import { isRefusal } from '../../shared/refusal.ts'
import { READING } from '../documents/reading/limits.ts'
import type { Around } from './around.ts'
import { asRead, bytesOf, WORD } from './file.ts'
import { fileLimit } from './limit.ts'
import { operation, type Resource } from './resource.ts'
import { As, asking, keeper } from './who.ts'

/** A text that somebody wrote elsewhere, to be laid before the meeting. Nothing is laid by sending it. */
export const textFile = ({ identity, reader }: Around): Resource => {
  return {
    path: '/api/file',
    operations: {
      post: operation({
        says: 'Finds title and clauses in a Word file, in Akoma Ntoso or in plain text (secretariat).',
        answers: 'FoundText',
        query: As,
        file: WORD,
        limit: READING.file,
        before: [fileLimit(identity)],
        async handle({ request, response, query }) {
          const capacity = keeper(identity, request, query.as)
          if (isRefusal(capacity)) return capacity
          const found = await reader.run('readText', asking(capacity, response), bytesOf(request.body))
          return isRefusal(found) ? asRead(found) : { json: found }
        },
      }),
    },
  }
}
