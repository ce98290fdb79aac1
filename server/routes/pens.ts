import { DRAFT_ID } from '../../shared/ids.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import { actorOf } from '../identity/actor.ts'
import type { Around } from './around.ts'
import { deedLimit } from './limit.ts'
import { operation, type Resource } from './resource.ts'
import { As, doer } from './who.ts'

export const pens = ({ identity, sittings }: Around): Resource => {
  const limit = deedLimit()
  return {
    path: '/api/declarations/:declaration/drafts/:draft/pens',
    operations: {
      post: operation({
        says: 'Gives out the Yjs client id for one tab that writes in a draft (rule P2).',
        answers: 'PenGiven',
        query: As,
        async handle({ request, query, param }) {
          const capacity = doer(identity, request, query.as)
          if (isRefusal(capacity)) return capacity
          const hasty = limit(capacity)
          if (hasty) return hasty
          if (!DRAFT_ID.test(param('draft'))) return refuse('draft/unknown')
          const sitting = await sittings.open(param('declaration'))
          if (isRefusal(sitting)) return sitting
          const given = await sitting.givePen(param('draft'), actorOf(capacity))
          return isRefusal(given) ? given : { json: given, created: true }
        },
      }),
    },
  }
}
