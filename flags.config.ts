import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const PACKAGE = dirname(createRequire(import.meta.url).resolve('country-flag-icons/package.json'))
const FOLDER = join(PACKAGE, '3x2')
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
/** What lies there never changes: another release of the flags has another folder. */
const ADDRESS = `/assets/flags-${version}`

/** Puts the flags where their codes find them: a list of their addresses would be the largest part of many pages. */
export function flags(): Plugin {
  return {
    name: 'paraph-flags',
    config: () => ({ define: { __FLAGS__: JSON.stringify(ADDRESS) } }),
    configureServer({ middlewares }) {
      middlewares.use(ADDRESS, (request, response, next) => {
        const name = /^\/([A-Z-]+[.]svg)$/.exec(request.url ?? '')?.[1]
        if (!name) return next()
        response.setHeader('Content-Type', 'image/svg+xml').end(readFileSync(join(FOLDER, name)))
      })
    },
    generateBundle() {
      for (const name of readdirSync(FOLDER).filter((it) => it.endsWith('.svg'))) {
        const source = readFileSync(join(FOLDER, name))
        this.emitFile({ type: 'asset', fileName: `${ADDRESS.slice(1)}/${name}`, source })
      }
    },
  }
}
