/**
 * What a page may show again before the server has answered it anew: answers, kept on this device for the client of one
 * build, which alone understands them, until the person signs out. A device that keeps nothing has an empty shelf.
 */
export class Shelf {
  private readonly store: () => Storage
  private readonly build: () => string

  constructor(store: () => Storage, build: () => string) {
    this.store = store
    this.build = build
  }

  put(name: string, answer: unknown): void {
    try {
      this.store().setItem(PLACE + name, JSON.stringify({ build: this.build(), answer }))
    } catch {
      // Then the page waits for the server next time.
    }
  }

  get<T>(name: string): T | null {
    try {
      const kept = JSON.parse(this.store().getItem(PLACE + name) ?? 'null') as Kept<T> | null
      return kept?.build === this.build() ? kept.answer : null
    } catch {
      return null
    }
  }

  /** Leaves nothing of it on this device; without a name, nothing at all. */
  clear(name = ''): void {
    try {
      const store = this.store()
      for (const key of Object.keys(store)) if (key.startsWith(PLACE + name)) store.removeItem(key)
    } catch {
      // Then there was nothing.
    }
  }
}

const PLACE = 'paraph/shelf/'

interface Kept<T> {
  readonly build: string
  readonly answer: T
}

/** The name of the script with which the page began changes with whatever it consists of. */
const thisBuild = (): string => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? ''

/** The one of this browser. */
export const shelf = new Shelf(() => localStorage, thisBuild)
