import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, entrant } from './who.ts'

/** Every browser that is signed in for the capacity in which one asks. */
export const sessions = ({ identity }: Around): Resource => ({
  path: '/api/sessions',
  operations: {
    get: operation({
      says: 'The browsers that are signed in for this capacity.',
      answers: 'SessionRow[]',
      query: As,
      handle({ request, query }) {
        const asking = entrant(identity, request, query.as)
        return isRefusal(asking) ? asking : { json: identity.sessions(asking) }
      },
    }),
    delete: operation({
      says: 'Signs out every browser that holds this capacity, but the one that asks.',
      answers: null,
      query: As,
      async handle({ request, query }) {
        const asking = entrant(identity, request, query.as)
        if (isRefusal(asking)) return asking
        await identity.endSessions(asking, 'all others')
        return { nothing: true }
      },
    }),
  },
})

export const oneSession = ({ identity }: Around): Resource => ({
  path: '/api/sessions/:session',
  operations: {
    delete: operation({
      says: 'Signs out one browser that holds this capacity.',
      answers: null,
      query: As,
      async handle({ request, query, param }) {
        const asking = entrant(identity, request, query.as)
        if (isRefusal(asking)) return asking
        const isEnded = await identity.endSessions(asking, param('session'))
        return isEnded ? { nothing: true } : refuse('request/not-found')
      },
    }),
  },
})
