import compression from 'compression'
import type { RequestHandler } from 'express'

/** What is shorter is on its way in one packet as it is. In bytes. */
const WORTH = 2048

/**
 * Long answers go out compressed, on other threads than the one that serves the room. What is asked by POST never is:
 * a sign-in link among words of somebody's choosing could be guessed from the length (BREACH).
 */
export const compressed = (): RequestHandler =>
  compression({
    threshold: WORTH,
    filter: (request, response) => request.method === 'GET' && compression.filter(request, response),
  })
