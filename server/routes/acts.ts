import { z } from 'zod'
import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As } from './who.ts'

const Asking = As.extend({
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .default(-1)
    .describe('Only those after the act of this number.'),
})

export const acts = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/acts',
  operations: {
    get: operation({
      says: 'The public acts, oldest first.',
      answers: 'ActsAnswer',
      query: Asking,
      async handle(asked) {
        const acts = await reading(around, asked, (sitting) => sitting.acts())
        if (isRefusal(acts)) return acts
        return { json: { acts: acts.filter(({ act }) => act > asked.query.after) } }
      },
    }),
  },
})
