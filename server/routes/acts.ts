import { z } from 'zod'
import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, reader } from './who.ts'

const Asking = As.extend({
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .default(-1)
    .describe('Only those after the act of this number.'),
})

export const acts = ({ identity, sittings }: Around): Resource => ({
  path: '/api/declarations/:declaration/acts',
  operations: {
    get: operation({
      says: 'The public acts, oldest first.',
      answers: 'ActsAnswer',
      query: Asking,
      async handle({ request, query, param }) {
        const capacity = reader(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const sitting = await sittings.open(param('declaration'))
        if (isRefusal(sitting)) return sitting
        const acts = await sitting.acts()
        return isRefusal(acts) ? acts : { json: { acts: acts.filter(({ act }) => act > query.after) } }
      },
    }),
  },
})
