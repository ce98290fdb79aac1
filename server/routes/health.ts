import type { Router } from 'express'
import type { Registry } from 'prom-client'

/** For those who watch over the server. */
export function mountHealth(router: Router, isReady: () => boolean, metrics: Registry): void {
  router.get('/healthz', (_, response) => {
    response.type('text/plain').send('ok\n')
  })
  router.get('/readyz', (_, response) => {
    const ready = isReady()
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'not ready\n')
  })
  router.get('/metrics', async (_, response) => {
    response.type(metrics.contentType).send(await metrics.metrics())
  })
}
