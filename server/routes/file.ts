import { mayEver } from '../../shared/policy.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { READING } from '../documents/reading/limits.ts'
import type { Around } from './around.ts'
import { fileLimit } from './limit.ts'
import { operation, type Resource } from './resource.ts'
import { As, asking, doer } from './who.ts'

/** As browsers call a Word file, and as they call one that they don't know. */
export const WORD = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
]

/** A file that was issued here, and that somebody worked in. Nothing is done with it but reading. */
export const file = ({ identity, sittings, reader, conference }: Around): Resource => {
  return {
    path: '/api/declarations/:declaration/file',
    operations: {
      post: operation({
        says: 'Tells what was changed in a Word file that was issued here: nothing is proposed by sending it.',
        answers: 'Found',
        query: As,
        file: WORD,
        limit: READING.file,
        before: [fileLimit(identity)],
        async handle({ request, response, query, param }) {
          const capacity = doer(identity, request, query.as)
          if (isRefusal(capacity)) return capacity
          if (!mayEver(capacity.role, 'draft.open')) return refuse('policy/role', { role: capacity.role })
          const declaration = param('declaration')
          const sitting = await sittings.open(declaration)
          if (isRefusal(sitting)) return sitting
          const source = await sitting.source()
          if (isRefusal(source)) return source
          const { text, acts } = source
          const ground = { declaration, text, acts, conference: { ...conference, groups: identity.groups() } }
          const turn = asking(capacity, response)
          const found = await reader.run('readDocument', turn, ground, bytesOf(request.body))
          return isRefusal(found) ? asRead(found) : { json: found }
        },
      }),
    },
  }
}

/** Without a body there is an empty object. */
export const bytesOf = (body: unknown): Uint8Array =>
  body instanceof Uint8Array ? Uint8Array.from(body) : new Uint8Array()

/** What the thread that reads had to be ended for lies with the file. */
export function asRead(refusal: Refusal): Refusal {
  if (refusal.refused === 'document/too-long') return refuse('document/too-much')
  return refusal.refused === 'document/failed' ? refuse('document/damaged') : refusal
}
