import { z } from 'zod'
import { SHA256 } from '../../shared/ids.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { actorOf } from '../identity/actor.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, doer } from './who.ts'

const Asking = As.extend({
  known: z
    .string()
    .regex(SHA256)
    .nullable()
    .default(null)
    .describe('The hash of final words that you have already: then they are not sent again.'),
})

export const endorsing = ({ identity, sittings }: Around): Resource => ({
  path: '/api/declarations/:declaration/endorsing',
  operations: {
    get: operation({
      says: 'All that a signatory needs to read, sign and keep: final words, list, ledger, own endorsement.',
      answers: 'EndorsingAnswer',
      query: Asking,
      async handle({ request, query, param }) {
        const capacity = doer(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const sitting = await sittings.open(param('declaration'))
        if (isRefusal(sitting)) return sitting
        const answer = await sitting.endorsing(actorOf(capacity), query.known)
        return isRefusal(answer) ? answer : { json: answer }
      },
    }),
  },
})
