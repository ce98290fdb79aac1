import type { CapacityId, DeclarationId, DraftId, Instant } from '../../shared/ids.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { UnsentWords } from './unsent.ts'

/** Words that the server did not take: kept on this device until the person uses or discards them. */
export interface SetAside extends UnsentWords {
  readonly id: string
  readonly at: Instant
  readonly draft: DraftId
  /** Why the server did not take them. */
  readonly reason: Refusal
}

const SHELF = 'paraph/tray/'

/** The part of `localStorage` that a tray needs. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The tray of one capacity in one declaration. */
export class Tray {
  private readonly watchers = new Set<() => void>()
  private readonly key: string
  private readonly store: Store
  private entries: readonly SetAside[]

  constructor(declaration: DeclarationId, capacity: CapacityId, store: Store) {
    this.key = `${SHELF}${declaration}/${capacity}`
    this.store = store
    this.entries = this.read()
  }

  /** Oldest first. */
  readonly get = (): readonly SetAside[] => this.entries

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** Sets the words aside, in place of what the same pen left of the same clause before. */
  keep(words: readonly UnsentWords[], why: Pick<SetAside, 'at' | 'draft' | 'reason'>): void {
    if (words.length === 0) return
    const fresh = words.map((it) => ({ ...it, ...why, id: entryId(it) }))
    const replaced = new Set(fresh.map(({ id }) => id))
    this.write([...this.read().filter(({ id }) => !replaced.has(id)), ...fresh])
  }

  drop(id: string): void {
    this.write(this.read().filter((entry) => entry.id !== id))
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

const entryId = ({ pen, clause }: UnsentWords): string => `${pen}/${clause}`

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

/** Leaves nothing of any tray on this device. */
export function emptyTrays(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(SHELF)) localStorage.removeItem(key)
  for (const tray of trays.values()) tray.refresh()
}
