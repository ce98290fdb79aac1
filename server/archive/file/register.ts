import { readFile } from 'node:fs/promises'
import { type Adapter, Low } from 'lowdb'
import type { RegisterStore } from '../contract.ts'
import { writeDurably } from './durable.ts'

/** Keeps the register in one JSON file. Saves happen one after the other, in the order in which they were asked. */
export class FileRegister implements RegisterStore {
  readonly #low: Low<unknown>
  #last: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.#low = new Low(new DurableJson(path), null)
  }

  async load(): Promise<unknown> {
    await this.#low.read()
    return this.#low.data
  }

  save(value: unknown): Promise<void> {
    const saved = this.#last.then(async () => {
      this.#low.data = value
      await this.#low.write()
    })
    this.#last = saved.catch(() => undefined)
    return saved
  }

  async close(): Promise<void> {
    await this.#last
  }
}

/** lowdb's own adapter renames without syncing: after a crash the file may be empty. */
class DurableJson implements Adapter<unknown> {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  async read(): Promise<unknown> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (text === null) return null
    try {
      return JSON.parse(text)
    } catch (cause) {
      throw new Error(`${this.#path} is damaged: it is not JSON. Restore it from a copy.`, { cause })
    }
  }

  async write(value: unknown): Promise<void> {
    await writeDurably(this.#path, `${JSON.stringify(value, null, 1)}\n`)
  }
}
