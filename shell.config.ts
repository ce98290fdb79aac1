import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const NAME = 'worker.js'

/** A signatory's page, with its receipt and in every language: all that a telephone keeps which shows no other. */
const SIGNATORYS =
  /(client\/index[.]html|pages\/endorse\/(EndorsePage|Receipt)[.]tsx|messages\/[a-z]{2}[.]ts)$/

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
      const first = signatorys(bundle)
      const rest = files.filter((name) => !first.includes(name))
      const paths = (names: readonly string[]) => names.map((name) => `/${name}`)
      const facts = { build, first: paths(first), rest: paths(rest) }
      worker.code = worker.code.replaceAll('__SHELL__', JSON.stringify(facts))
    },
  }
}

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...them: never[]) => unknown>>[1]

/** The files that a signatory's page loads, styles included. */
function signatorys(bundle: Bundle): readonly string[] {
  const found = new Set<string>()
  const add = (name: string) => {
    const chunk = bundle[name]
    if (found.has(name) || chunk?.type !== 'chunk') return
    found.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    chunk.imports.forEach(add)
  }
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type === 'chunk' && SIGNATORYS.test(chunk.facadeModuleId ?? '')) add(name)
  }
  return [...found].sort()
}
