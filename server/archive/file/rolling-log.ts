import { appendFile, readFile, rename, stat } from 'node:fs/promises'
import type { RollingLog } from '../contract.ts'
import { FILE_MODE } from './durable.ts'

/** A file is put aside when it is longer; the one that was aside is thrown away. */
const MOST_BYTES = 500_000

/** One JSON value a line, in `<path>`, and the lines before them in `<path>.before`. */
export class RollingFile implements RollingLog {
  readonly #path: string
  readonly #failed: (error: unknown) => void
  readonly #most: number
  #last: Promise<void> = Promise.resolve()

  constructor(path: string, failed: (error: unknown) => void, most = MOST_BYTES) {
    this.#path = path
    this.#failed = failed
    this.#most = most
  }

  add(line: unknown): void {
    this.#last = this.#last.then(() => this.#write(`${JSON.stringify(line)}\n`)).catch(this.#failed)
  }

  async read(): Promise<readonly unknown[]> {
    await this.#last
    return [...(await linesOf(`${this.#path}.before`)), ...(await linesOf(this.#path))]
  }

  async close(): Promise<void> {
    await this.#last
  }

  async #write(line: string): Promise<void> {
    await appendFile(this.#path, line, { mode: FILE_MODE })
    if ((await stat(this.#path)).size > this.#most) await rename(this.#path, `${this.#path}.before`)
  }
}

/** What a crash left of a last line is passed over. */
async function linesOf(path: string): Promise<unknown[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as unknown]
    } catch {
      return []
    }
  })
}
