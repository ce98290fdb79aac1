import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Capacity } from '../../shared/api.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Doorkeeper } from '../identity/contract.ts'
import { Paces } from '../pace.ts'
import { sendProblem } from './problem.ts'
import { shut } from './upload.ts'

const USUAL = {
  windowMs: 60_000,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  handler: (_: unknown, response: Parameters<typeof sendProblem>[0]) =>
    sendProblem(response, refuse('request/too-many')),
} as const

/** A minute of sign-ins from one address: a hall behind one router passes, a guesser gets nowhere. */
export const signInLimit = (): RequestHandler => rateLimit({ ...USUAL, limit: 120 })

/** A minute of requests of one session, or of all who have none at one address. */
const OF_A_SESSION = 3_000
const OF_AN_ADDRESS = 6_000

export function requestLimit(identity: Doorkeeper): RequestHandler {
  const sessionOf = (cookies: string | undefined) => {
    const entered = identity.authenticate(cookies, null)
    return isRefusal(entered) ? null : entered.session
  }
  return rateLimit({
    ...USUAL,
    limit: ({ headers }) => (sessionOf(headers.cookie) ? OF_A_SESSION : OF_AN_ADDRESS),
    keyGenerator: ({ headers, ip }) => sessionOf(headers.cookie) ?? ipKeyGenerator(ip ?? ''),
  })
}

/** Commands of one person: everybody in the room gets what they do, and the journal keeps it. */
const OF_A_PERSON = { burst: 120, perSecond: 5 }
const OF_THE_DESK = { burst: 3_000, perSecond: 50 }

/** Null: the person may do one thing more now. */
export function deedLimit(): (who: Capacity) => Refusal | null {
  const [people, desk] = [new Paces(OF_A_PERSON), new Paces(OF_THE_DESK)]
  return ({ id, role }) => {
    const now = performance.now()
    const paces = role === 'secretariat' || role === 'chair' ? desk : people
    return paces.of(id, now).allows(1, now) ? null : refuse('request/too-many')
  }
}

/** Files of one person, each of which takes a thread some time. */
const FILES_OF_A_PERSON = { burst: 12, perSecond: 0.2 }

/** Before the file itself is read: bytes that are taken in cost memory, whoever sends them and whatever comes of them. */
export function fileLimit(identity: Doorkeeper): RequestHandler {
  const paces = new Paces(FILES_OF_A_PERSON)
  return ({ headers, query }, response, next) => {
    const { as } = query
    const named = typeof as === 'string' ? identity.authenticate(headers.cookie, as) : null
    // That the capacity is not theirs is said, and noted, further on.
    const entered = named && !isRefusal(named) ? named : identity.authenticate(headers.cookie, null)
    if (isRefusal(entered)) return shut(response, entered)
    const now = performance.now()
    if (paces.of(entered.capacity.id, now).allows(1, now)) return next()
    shut(response, refuse('request/too-many'))
  }
}

/** Documents that one person may wait for at once: whoever asks for more would have the queue that is everybody's. */
const DOCUMENTS_OF_A_PERSON = 6

/** Does what is asked, unless the same person waits for too much already. */
export function documentLimit(): <T>(who: Capacity, make: () => Promise<T>) => Promise<T | Refusal> {
  const waiting = new Map<string, number>()
  return async ({ id }, make) => {
    const before = waiting.get(id) ?? 0
    if (before >= DOCUMENTS_OF_A_PERSON) return refuse('document/too-many')
    waiting.set(id, before + 1)
    try {
      return await make()
    } finally {
      const left = (waiting.get(id) ?? 1) - 1
      if (left > 0) waiting.set(id, left)
      else waiting.delete(id)
    }
  }
}
