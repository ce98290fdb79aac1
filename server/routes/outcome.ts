import { z } from 'zod'
import { AMENDMENT_ID } from '../../shared/ids.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, reader } from './who.ts'

const Asking = As.extend({
  with: z
    .string()
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .pipe(z.array(z.string().regex(AMENDMENT_ID)).max(50))
    .default([])
    .describe('The amendments, in the order in which they would be accepted, joined by commas.'),
})

export const outcome = ({ identity, sittings }: Around): Resource => ({
  path: '/api/declarations/:declaration/outcome',
  operations: {
    get: operation({
      says: 'What accepting these amendments in turn would come to, and what would become of all others.',
      answers: 'OutcomeAnswer',
      query: Asking,
      async handle({ request, query, param }) {
        const capacity = reader(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const sitting = await sittings.open(param('declaration'))
        if (isRefusal(sitting)) return sitting
        const answer = await sitting.outcome(query.with)
        return isRefusal(answer) ? answer : { json: answer }
      },
    }),
  },
})
