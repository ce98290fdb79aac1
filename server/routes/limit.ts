import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { refuse } from '../../shared/refusal.ts'
import { sendProblem } from './problem.ts'

/** A minute of sign-ins from one address: a hall behind one router passes, a guesser gets nowhere. */
export const signInLimit = (): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: 120,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_, response) => sendProblem(response, refuse('request/too-many')),
  })
