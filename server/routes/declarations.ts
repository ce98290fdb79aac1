import { NewDeclaration } from '../../shared/api.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { actorOf } from '../identity/actor.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, keeper, reader } from './who.ts'

export const declarations = ({ identity, sittings }: Around): Resource => ({
  path: '/api/declarations',
  operations: {
    get: operation({
      says: 'The declarations before the meeting.',
      answers: 'DeclarationSummary[]',
      query: As,
      async handle({ request, query }) {
        const capacity = reader(identity, request, query.as)
        return isRefusal(capacity) ? capacity : { json: await sittings.summaries(capacity) }
      },
    }),
    post: operation({
      says: 'Lays a new declaration before the meeting (secretariat).',
      answers: 'DeclarationSummary',
      query: As,
      body: NewDeclaration,
      limit: 1024 * 1024,
      async handle({ request, query, body }) {
        const capacity = keeper(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const laid = await sittings.lay(body, actorOf(capacity))
        if (isRefusal(laid)) return laid
        return { json: (await sittings.summaries(capacity)).find(({ id }) => id === body.id), created: true }
      },
    }),
  },
})
