import type { RequestHandler, Response } from 'express'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { sendProblem } from './problem.ts'

/**
 * The bytes of a file as `request.body`. One that is longer than it may be is refused by what it says of its length, and
 * else at the first byte too many; what is left of it is not read.
 */
export const readFile =
  (types: readonly string[], limit: number): RequestHandler =>
  (request, response, next) => {
    const { 'content-length': length = '0', 'content-encoding': packing = 'identity' } = request.headers
    if (!request.is([...types]))
      return shut(response, refuse('request/malformed', { expected: types[0] ?? '' }))
    if (packing !== 'identity') return shut(response, refuse('request/malformed', { expected: 'identity' }))
    if (Number(length) > limit) return shut(response, refuse('request/too-large', { limit }))
    const pieces: Buffer[] = []
    let read = 0
    const take = (piece: Buffer) => {
      read += piece.length
      pieces.push(piece)
      if (read <= limit) return
      request.off('data', take).off('end', end).pause()
      shut(response, refuse('request/too-large', { limit }))
    }
    const end = () => {
      request.body = Buffer.concat(pieces)
      next()
    }
    request.on('data', take).on('end', end).on('error', next)
  }

/** What was not read would be taken for the next request. */
export function shut(response: Response, refusal: Refusal): void {
  response.set('Connection', 'close')
  sendProblem(response, refusal)
}
