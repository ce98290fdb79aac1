import express, { type Request, type Router } from 'express'
import { refuse } from '../../shared/refusal.ts'
import { sendProblem } from './problem.ts'

/** The client, as `vite build` made it. Every page that isn't a file is the client's own to show. */
export function mountClient(router: Router, folder: string): void {
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => response.setHeader('Cache-Control', cachingOf(path)),
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

/** The names of assets carry a hash of what is in them. */
const cachingOf = (path: string): string =>
  /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** A missing asset must not be answered with a page: after an upgrade an old tab would take it for a script. */
const isPage = (request: Request): boolean =>
  !/^\/(assets|sync)\//.test(request.path) && request.accepts('html') === 'html'
