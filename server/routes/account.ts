import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, reader } from './who.ts'

export const account = ({ identity, sittings }: Around): Resource => ({
  path: '/api/declarations/:declaration/account',
  operations: {
    get: operation({
      says: 'Where every word is that anybody proposed, who put it there, and when (rule A5).',
      answers: 'Account',
      query: As,
      async handle({ request, query, param }) {
        const capacity = reader(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const sitting = await sittings.open(param('declaration'))
        if (isRefusal(sitting)) return sitting
        const account = await sitting.account()
        return isRefusal(account) ? account : { json: account }
      },
    }),
  },
})
