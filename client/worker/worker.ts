/**
 * Lets a page open while the server can't be reached, so that words which wait on this device can be read and
 * copied. It keeps the client of one build, and nothing else: no answer of the server, nobody's words. While the
 * server answers, every page comes from there, so an upgrade shows at the next load.
 */

/** Filled in by the build: a hash of what it made, and the paths of its files. */
declare const __SHELL__: { readonly build: string; readonly files: readonly string[] }

const worker = self as unknown as ServiceWorkerGlobalScope
const { build, files } = __SHELL__
const OURS = 'paraph-shell/'
const NAME = `${OURS}${build}`
const PAGE = '/'

worker.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (files.includes(pathname)) event.respondWith(file(request))
})

async function keep(): Promise<void> {
  const kept = await caches.open(NAME)
  // Past the browser's own cache for what bears no hash in its name.
  await kept.addAll([PAGE, ...files].map((path) => new Request(path, { cache: 'no-cache' })))
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((it) => it.startsWith(OURS) && it !== NAME).map((it) => caches.delete(it)))
}

/** As the server gives it; as it was kept only where no server answers, or only the proxy before it. */
async function page(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => null)
  if (answer && !AWAY.has(answer.status)) return answer
  return (await kept(PAGE)) ?? answer ?? Response.error()
}

/** Bad gateway, gateway timeout. A server that says itself that it is busy is shown. */
const AWAY: ReadonlySet<number> = new Set([502, 504])

/** A name with a hash never means anything else; what bears none is asked for first. */
async function file(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!pathname.startsWith('/assets/')) {
    return fetch(request).catch(async () => (await kept(pathname)) ?? Response.error())
  }
  return (await kept(pathname)) ?? fetch(request)
}

const kept = (path: string): Promise<Response | undefined> =>
  caches.open(NAME).then((shell) => shell.match(path))
