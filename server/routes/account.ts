import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As } from './who.ts'

export const account = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/account',
  operations: {
    get: operation({
      says: 'Where every word is that anybody proposed, who put it there, and when (rule A5).',
      answers: 'Account',
      query: As,
      async handle(asked) {
        const account = await reading(around, asked, (sitting) => sitting.account())
        return isRefusal(account) ? account : { json: account }
      },
    }),
  },
})
