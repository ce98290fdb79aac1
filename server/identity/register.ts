import { EMPTY, RegisterValue } from './value.ts'

/** What the register needs of a disk: the archive's `RegisterStore` is one. */
export interface Store {
  load(): Promise<unknown>
  save(value: unknown): Promise<void>
}

/** What a change answers, and the value that it leaves; without one, nothing changes. */
export interface Change<T> {
  readonly value?: RegisterValue
  readonly answer: T
}

/**
 * Keeps the register in memory. Changes happen one after the other, each judged on the value that the one before
 * left, and are seen only when they are on disk (rule J1). A change that can't be saved never happened.
 */
export class Register {
  #value: RegisterValue
  readonly #store: Store
  #last: Promise<unknown> = Promise.resolve()

  /** Throws where the store holds something else than a register. */
  static async open(store: Store): Promise<Register> {
    const stored = await store.load()
    if (stored === null) return new Register(store, EMPTY)
    const parsed = RegisterValue.safeParse(stored)
    if (!parsed.success) {
      const at = parsed.error.issues[0]?.path.join('.') ?? ''
      throw new Error(`The register is damaged at "${at}". Restore it from a copy.`)
    }
    return new Register(store, parsed.data)
  }

  private constructor(store: Store, value: RegisterValue) {
    this.#store = store
    this.#value = value
  }

  get value(): RegisterValue {
    return this.#value
  }

  change<T>(step: (value: RegisterValue) => Change<T>): Promise<T> {
    const done = this.#last.then(async () => {
      const { value, answer } = step(this.#value)
      if (value !== undefined) {
        await this.#store.save(value)
        this.#value = value
      }
      return answer
    })
    this.#last = done.catch(() => undefined)
    return done
  }

  /** Resolves when every change asked for so far is over. */
  async settled(): Promise<void> {
    await this.#last
  }
}
