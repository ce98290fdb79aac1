import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, keeper } from './who.ts'

export const refusals = ({ identity, refusals }: Around): Resource => ({
  path: '/api/refusals',
  operations: {
    get: operation({
      says: 'What was refused, to whom, where and when, newest first (secretariat).',
      answers: 'RefusalRow[]',
      query: As,
      async handle({ request, query }) {
        const capacity = keeper(identity, request, query.as)
        return isRefusal(capacity) ? capacity : { json: await refusals.rows() }
      },
    }),
  },
})
