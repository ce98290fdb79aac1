/**
 * Lets a page open while the server can't be reached, so that words which wait on this device can be read and
 * copied. It keeps the client of one build, and nothing else: no answer of the server, nobody's words. While the
 * server answers, every page but one comes from there, so an upgrade shows at the next load. That one is a signatory's:
 * it opens at once from what is kept, on the slowest line. An upgrade is there a moment later, and shows at once where
 * nobody has touched the page yet (`renewUntouched`), else at the next load.
 */

/** Filled in by the build: a hash of what it made, and the paths of its files, those of a signatory's page first. */
declare const __SHELL__: {
  readonly build: string
  readonly first: readonly string[]
  readonly rest: readonly string[]
}

const worker = self as unknown as ServiceWorkerGlobalScope
const { build, first, rest } = __SHELL__
const OURS = 'paraph-shell/'
const NAME = `${OURS}${build}`
const PAGE = '/'
const ASSETS = '/assets/'
const SIGNATORYS = /^\/as\/[^/]+\/d\/[^/]+\/endorse$/

worker.addEventListener('install', (event) => {
  event.waitUntil(keep([PAGE, ...first]).then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()))
})

/** A page that is no signatory's asks for the rest: a telephone that shows no other is spared it. */
worker.addEventListener('message', (event) => {
  if (event.data === 'all') event.waitUntil(keep(rest))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith(ASSETS)) event.respondWith(file(request))
})

async function keep(paths: readonly string[]): Promise<void> {
  const ours = await caches.open(NAME)
  const there = new Set((await ours.keys()).map(({ url }) => new URL(url).pathname))
  const missing = paths.filter((path) => !there.has(path))
  // Past the browser's own cache for what bears no hash in its name.
  await ours.addAll(
    missing.map((path) => new Request(path, path.startsWith(ASSETS) ? {} : { cache: 'no-cache' })),
  )
}

/** A page that was opened with the build before goes on with its files. */
async function dropOlder(): Promise<void> {
  const others = (await caches.keys()).filter((it) => it.startsWith(OURS) && it !== NAME)
  await Promise.all(others.slice(0, -1).map((it) => caches.delete(it)))
}

/** As the server gives it; as it was kept only where no server answers, or only the proxy before it. */
async function page(request: Request): Promise<Response> {
  if (SIGNATORYS.test(new URL(request.url).pathname)) {
    const shell = await kept(PAGE)
    if (shell) return shell
  }
  const answer = await fetch(request).catch(() => null)
  if (answer && !AWAY.has(answer.status)) return answer
  return (await kept(PAGE)) ?? answer ?? Response.error()
}

/** Bad gateway, gateway timeout. A server that says itself that it is busy is shown. */
const AWAY: ReadonlySet<number> = new Set([502, 504])

/** A name with a hash never means anything else. */
const file = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreVary: true })) ?? fetch(request)

const kept = (path: string): Promise<Response | undefined> =>
  caches.open(NAME).then((shell) => shell.match(path))
