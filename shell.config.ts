import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const NAME = 'worker.js'

/** Tells the worker which files the build made. It is one of the build's own entries. */
export function shell(): Plugin {
  return {
    name: 'paraph-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle[NAME]
      if (worker?.type !== 'chunk') throw new Error(`the build made no ${NAME}`)
      // Flags and fonts stay where a browser keeps what never changes; a page can be read without them.
      const files = Object.keys(bundle).filter((it) => /^assets\/.*[.](js|css)$/.test(it))
      const hash = createHash('sha256').update(worker.code)
      for (const name of files.sort()) hash.update(name)
      const build = hash.digest('hex').slice(0, 16)
      const paths = [...files, 'layers.css'].map((name) => `/${name}`)
      worker.code = worker.code.replaceAll('__SHELL__', JSON.stringify({ build, files: paths }))
    },
  }
}
