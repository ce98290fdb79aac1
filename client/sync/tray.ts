import type { BlockId, CapacityId, DeclarationId, DraftId, Instant, Pen } from '../../shared/ids.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { UnsentWords } from './unsent.ts'

/** Words that did not reach the server: kept on this device until the person uses or discards them. */
export interface SetAside extends UnsentWords {
  readonly id: string
  readonly at: Instant
  readonly draft: DraftId
  /** The tab that wrote them, by its pen. */
  readonly pen: Pen
  /** Why the server has not got them; null where the connection was away until the tab closed. */
  readonly reason: Refusal | null
}

/** The part of `localStorage` that a tray needs. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The tray of one capacity in one declaration. */
export class Tray {
  private readonly watchers = new Set<() => void>()
  private readonly key: string
  private readonly store: Store
  private entries: readonly SetAside[]

  constructor(declaration: DeclarationId, capacity: CapacityId, store: Store) {
    this.key = `paraph/tray/${declaration}/${capacity}`
    this.store = store
    this.entries = this.read()
  }

  /** Oldest first. */
  readonly get = (): readonly SetAside[] => this.entries

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** Keeps the words of one tab, in place of what it kept of the same clauses before. */
  keep(words: readonly UnsentWords[], why: Pick<SetAside, 'at' | 'draft' | 'pen' | 'reason'>): void {
    if (words.length === 0) return
    const fresh = words.map((it) => ({ ...it, ...why, id: entryId(why.pen, it.clause) }))
    const replaced = new Set(fresh.map(({ id }) => id))
    this.write([...this.read().filter(({ id }) => !replaced.has(id)), ...fresh])
  }

  drop(id: string): void {
    this.write(this.read().filter((entry) => entry.id !== id))
  }

  /** All that a tab kept has reached the server. */
  dropOf(pen: Pen): void {
    if (this.entries.some((entry) => entry.pen === pen)) {
      this.write(this.read().filter((entry) => entry.pen !== pen))
    }
  }

  /** Another tab may have written: look again. */
  refresh(): void {
    this.entries = this.read()
    for (const watcher of [...this.watchers]) watcher()
  }

  private write(entries: readonly SetAside[]): void {
    if (entries.length === 0) this.store.removeItem(this.key)
    else this.store.setItem(this.key, JSON.stringify(entries))
    this.refresh()
  }

  private read(): readonly SetAside[] {
    try {
      return JSON.parse(this.store.getItem(this.key) ?? '[]') as SetAside[]
    } catch {
      return []
    }
  }
}

const entryId = (pen: Pen, clause: BlockId): string => `${pen}/${clause}`

const trays = new Map<string, Tray>()

/** The tray of a capacity; tabs of one browser share it. */
export function trayOf(declaration: DeclarationId, capacity: CapacityId): Tray {
  const key = `${capacity}/${declaration}`
  const known = trays.get(key)
  if (known) return known
  const tray = new Tray(declaration, capacity, localStorage)
  addEventListener('storage', () => tray.refresh())
  trays.set(key, tray)
  return tray
}
