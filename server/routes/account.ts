import { z } from 'zod'
import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As } from './who.ts'

const Asking = As.extend({
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .nullable()
    .default(null)
    .describe('As it was when this version was frozen; without it, as it is now.'),
})

export const account = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/account',
  operations: {
    get: operation({
      says: 'Where every word is that anybody proposed, who put it there, and when (rule A5).',
      answers: 'Account',
      query: Asking,
      async handle(asked) {
        const { version } = asked.query
        const account = await reading(around, asked, (sitting) => sitting.account(version))
        return isRefusal(account) ? account : { json: account }
      },
    }),
  },
})
