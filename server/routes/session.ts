import type { Response } from 'express'
import { EnterBody } from '../../shared/api.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Entered } from '../identity/contract.ts'
import { SESSION_COOKIE } from '../identity/session.ts'
import type { Around } from './around.ts'
import { signInLimit } from './limit.ts'
import { operation, type Reply, type Resource } from './resource.ts'

export const session = ({ identity, origin }: Around): Resource => ({
  path: '/api/session',
  operations: {
    get: operation({
      says: 'The capacities in which this browser may act.',
      answers: 'Me',
      handle: ({ request }) => ({ json: identity.me(request.headers.cookie) }),
    }),
    post: operation({
      says: 'Uses up a sign-in code, and adds its capacity to the session.',
      answers: 'Me',
      body: EnterBody,
      before: [signInLimit()],
      async handle({ body, request, response }) {
        const entered = await identity.enter(body.code, request.headers.cookie)
        if (isRefusal(entered)) return entered
        return answerEntered(response, entered, origin)
      },
    }),
    delete: operation({
      says: 'Signs out, in all capacities.',
      answers: null,
      async handle({ request, response }) {
        await identity.leave(request.headers.cookie)
        response.clearCookie(SESSION_COOKIE, flags(origin))
        return { nothing: true }
      },
    }),
  },
})

/** The one place that hands out the cookie. */
export function answerEntered(response: Response, { me, cookie, maxAge }: Entered, origin: string): Reply {
  response.cookie(SESSION_COOKIE, cookie, { ...flags(origin), maxAge: maxAge * 1000 })
  return { json: me }
}

const flags = (origin: string) =>
  ({ httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https:'), path: '/' }) as const
