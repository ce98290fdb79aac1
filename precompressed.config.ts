import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const WORDS = /[.](js|mjs|css|svg|json)$/
/** What is smaller fits into one packet as it is. */
const WORTH = 1024

const brotli = (bytes: Buffer) =>
  promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
const zipped = (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 })

/** Puts beside each file what is sent of it, so that the server compresses none of them while it works. */
export function precompressed(): Plugin {
  return {
    name: 'paraph-precompressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.entries(bundle).filter(([name]) => WORDS.test(name))
      await Promise.all(
        files.map(async ([name, made]) => {
          const bytes = Buffer.from(made.type === 'chunk' ? made.code : made.source)
          if (bytes.length < WORTH) return
          await writeFile(join(dir, `${name}.br`), await brotli(bytes))
          await writeFile(join(dir, `${name}.gz`), await zipped(bytes))
        }),
      )
    },
  }
}
