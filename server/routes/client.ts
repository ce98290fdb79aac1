import { join } from 'node:path'
import express, { type Request, type Router } from 'express'
import staticGzip from 'express-static-gzip'
import { refuse } from '../../shared/refusal.ts'
import { sendProblem } from './problem.ts'

/**
 * What `vite build` made and named by a hash, each file in the form that the browser takes: the build has compressed
 * them. They are no pages: of all that a page is to be guarded by, they need one header.
 */
export function mountAssets(router: Router, folder: string): void {
  router.use(
    '/assets',
    staticGzip(join(folder, 'assets'), {
      index: false,
      enableBrotli: true,
      orderPreference: ['br'],
      serveStatic: {
        redirect: false,
        setHeaders: (response) => {
          response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
          response.setHeader('X-Content-Type-Options', 'nosniff')
        },
      },
    }),
    (_, response) => {
      // Set for a form of the file that is there no longer.
      response.removeHeader('Content-Encoding')
      // Not a page: after an upgrade an old tab would take it for a script.
      sendProblem(response, refuse('request/not-found'))
    },
  )
}

/** The rest of the client: every page that isn't a file is the client's own to show. */
export function mountClient(router: Router, folder: string): void {
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  )
  router.get('/{*page}', (request, response, next) => {
    if (!isPage(request)) return next()
    const headers = { 'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex' }
    response.sendFile('index.html', { root: folder, headers, cacheControl: false }, (error) => {
      if (!error || response.headersSent) return
      response.status(503).type('text/plain').send('The client is not built. Run: npm run build\n')
    })
  })
  router.use((_, response) => sendProblem(response, refuse('request/not-found')))
}

const isPage = (request: Request): boolean =>
  !request.path.startsWith('/sync/') && request.accepts('html') === 'html'
