import { z } from 'zod'
import { AMENDMENT_ID } from '../../shared/ids.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As } from './who.ts'

const Asking = As.extend({
  with: z
    .string()
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .pipe(z.array(z.string().regex(AMENDMENT_ID)).max(50))
    .default([])
    .describe('The amendments, in the order in which they would be accepted, joined by commas.'),
})

export const outcome = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/outcome',
  operations: {
    get: operation({
      says: 'What accepting these amendments in turn would come to, and what would become of all others.',
      answers: 'OutcomeAnswer',
      query: Asking,
      async handle(asked) {
        const answer = await reading(around, asked, (sitting) => sitting.outcome(asked.query.with))
        return isRefusal(answer) ? answer : { json: answer }
      },
    }),
  },
})
