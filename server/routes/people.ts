import { Accreditation, type Accredited, type Conference } from '../../shared/api.ts'
import { isDesk } from '../../shared/delegation.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Invited } from '../identity/contract.ts'
import { entryUrl } from '../links.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, keeper } from './who.ts'

/** The list of people, which the secretariat keeps. */
export const people = ({ identity, conference, origin }: Around): Resource => ({
  path: '/api/people',
  operations: {
    get: operation({
      says: 'Everybody who is or was accredited (secretariat).',
      answers: 'Person[]',
      query: As,
      handle({ request, query }) {
        const capacity = keeper(identity, request, query.as)
        return isRefusal(capacity) ? capacity : { json: identity.people() }
      },
    }),
    post: operation({
      says: 'Accredits a person in one capacity, and makes the sign-in link (secretariat).',
      answers: 'Accredited',
      query: As,
      body: Accreditation,
      async handle({ request, query, body }) {
        const capacity = keeper(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const isGroup =
          body.role === 'delegate' &&
          identity.groups().some(({ code, dissolved }) => code === body.delegation && !dissolved)
        if (body.delegation !== null && !isGroup && !isState(conference, body.delegation))
          return refuse('delegation/unknown')
        return { json: accredited(await identity.accredit(body, capacity.id), origin), created: true }
      },
    }),
  },
})

export const person = ({ identity }: Around): Resource => ({
  path: '/api/people/:capacity',
  operations: {
    delete: operation({
      says: 'Revokes a capacity, everywhere and for good (secretariat).',
      answers: null,
      query: As,
      async handle({ request, query, param }) {
        const capacity = keeper(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const revoked = await identity.revoke(param('capacity'))
        return revoked === null ? refuse('request/not-found') : { nothing: true }
      },
    }),
  },
})

export const personLink = ({ identity, origin }: Around): Resource => ({
  path: '/api/people/:capacity/link',
  operations: {
    post: operation({
      says: 'Makes a new sign-in link, which replaces one that nobody has used (secretariat).',
      answers: 'Accredited',
      query: As,
      async handle({ request, query, param }) {
        const capacity = keeper(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const invited = await identity.invite(param('capacity'))
        if (invited === null) return refuse('request/not-found')
        return isRefusal(invited) ? invited : { json: accredited(invited, origin), created: true }
      },
    }),
  },
})

/** The desk is no State: a delegate of the secretariat would speak with its voice. */
const isState = ({ delegations }: Conference, wanted: DelegationCode): boolean =>
  !isDesk(wanted) && delegations.some(({ code }) => code === wanted)

const accredited = ({ capacity, code }: Invited, origin: string): Accredited => ({
  capacity,
  url: entryUrl(origin, code),
})
