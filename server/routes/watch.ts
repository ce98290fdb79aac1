import type { RequestHandler } from 'express'
import { Histogram, type Registry } from 'prom-client'

/**
 * Counts and logs each request by its route, never by its address: a sign-in code stands in an address, and
 * whoever can read a log must not be able to come in with it.
 */
export function watch(
  metrics: Registry,
  log: { info(facts: object, sentence: string): void },
): RequestHandler {
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until an answer was sent, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  })
  return (request, response, next) => {
    const started = performance.now()
    response.once('close', () => {
      const seconds = (performance.now() - started) / 1000
      const route = String(request.route?.path ?? 'other')
      const method = KNOWN.has(request.method) ? request.method : 'other'
      const status = response.statusCode
      durations.observe({ method, route, status }, seconds)
      if (!QUIET.has(route)) log.info({ method, route, status, ms: Math.round(seconds * 1000) }, 'request')
    })
    next()
  }
}

const KNOWN = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'PUT', 'PATCH'])
/** Asked all day long by machines. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics', 'other'])
