import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { SignatoryAnswer } from '../../shared/api.ts'
import { SHA256 } from '../../shared/ids.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { actorOf } from '../identity/actor.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, entrant } from './who.ts'

const Asking = As.extend({
  known: z
    .string()
    .regex(SHA256)
    .nullable()
    .default(null)
    .describe('The hash of final words that you have already: then they are not sent again.'),
})

export const endorsing = ({ identity, signers, sittings, visits }: Around): Resource => ({
  path: '/api/declarations/:declaration/endorsing',
  operations: {
    get: operation({
      says: 'All that a signatory needs to read, sign and keep: final words, list, ledger, own keys, own endorsement.',
      answers: 'SignatoryAnswer',
      query: Asking,
      async handle({ request, response, query, param }) {
        const asking = entrant(identity, request, query.as)
        if (isRefusal(asking)) return asking
        const { capacity } = asking
        const sitting = await sittings.open(param('declaration'))
        if (isRefusal(sitting)) return sitting
        const answer = await sitting.endorsing(actorOf(capacity), query.known)
        if (isRefusal(answer)) return answer
        // The page holds no socket: who asks is here.
        if (capacity.delegation) visits.note(param('declaration'), capacity.delegation)
        const signing = capacity.role === 'signatory' ? signers.state(asking) : null
        const tag = tagOf({ ...answer, signing })
        response.set('ETag', `W/"${tag}"`)
        return { json: { ...answer, signing, tag } satisfies SignatoryAnswer }
      },
    }),
  },
})

/** Of all but the time, and the words, for which the version's hash stands. */
function tagOf({ time: _, words: __, ...answer }: Omit<SignatoryAnswer, 'tag'>): string {
  return createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 22)
}
