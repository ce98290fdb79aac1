import type { CapacityId, DeclarationId, DraftId, Pen } from '../../shared/ids.ts'
import type { Range } from '../../shared/items.ts'

export interface DraftPlace {
  readonly declaration: DeclarationId
  readonly draft: DraftId
  readonly capacity: CapacityId
}

/** A draft as one tab has it, with words that the server has not. */
export interface Sheet extends DraftPlace {
  /** The tab that wrote it. A pen is one tab's, so tabs never write over each other's sheets. */
  readonly pen: Pen
  /** Grows with each writing of the sheet. */
  readonly written: number
  /** The whole draft, as a Yjs update: it can be opened with nothing else at hand. */
  readonly update: Uint8Array<ArrayBuffer>
  /** Which words are unsent: for each pen, from which clock on. */
  readonly since: ReadonlyMap<Pen, number>
  /** What this tab struck that the server may lack. Sheets of earlier releases do not say. */
  readonly struck?: readonly Range[]
}

/**
 * Where unsent words wait on this device, through reloads and crashes, until the server has them. Nothing rejects:
 * on a device that keeps nothing, `put` answers false and the briefcase is empty.
 *
 * What is asked is done in the order in which it was asked.
 */
export class Briefcase {
  private readonly opening: Promise<IDBDatabase>

  constructor(opening: Promise<IDBDatabase>) {
    this.opening = opening
  }

  /** Whether the sheet is on this device's disk now. */
  put(sheet: Sheet): Promise<boolean> {
    return this.deal('readwrite', (sheets) => sheets.put(sheet, keyOf(sheet))).then((key) => key !== null)
  }

  /** Of one draft. */
  async sheets(place: DraftPlace): Promise<readonly Sheet[]> {
    return (await this.deal<Sheet[]>('readonly', (sheets) => sheets.getAll(below(placeKey(place))))) ?? []
  }

  /** All that one capacity has here. */
  async sheetsOf(capacity: CapacityId): Promise<readonly Sheet[]> {
    return (await this.deal<Sheet[]>('readonly', (sheets) => sheets.getAll(below(`${capacity}/`)))) ?? []
  }

  /** The drafts of which there are sheets. */
  async drafts(declaration: DeclarationId, capacity: CapacityId): Promise<ReadonlySet<DraftId>> {
    const range = below(`${capacity}/${declaration}/`)
    const found = (await this.deal<Sheet[]>('readonly', (sheets) => sheets.getAll(range))) ?? []
    return new Set(found.map(({ draft }) => draft))
  }

  /** Throws the sheet away, unless its tab has written on it since. */
  async drop(sheet: Pick<Sheet, 'pen' | 'written'> & DraftPlace): Promise<void> {
    await this.deal<Sheet | undefined>('readwrite', (sheets) => {
      const key = keyOf(sheet)
      const reading = sheets.get(key)
      reading.onsuccess = () => {
        const kept: Sheet | undefined = reading.result
        if (kept && kept.written <= sheet.written) sheets.delete(key)
      }
      return reading
    })
  }

  /** Leaves nothing on this device. */
  async empty(): Promise<void> {
    await this.deal('readwrite', (sheets) => sheets.clear())
  }

  private async deal<T>(
    mode: IDBTransactionMode,
    ask: (sheets: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null> {
    try {
      const dealing = (await this.opening).transaction(SHEETS, mode, { durability: 'strict' })
      const answer = ask(dealing.objectStore(SHEETS))
      await new Promise<void>((done, failed) => {
        dealing.oncomplete = () => done()
        dealing.onabort = () => failed(dealing.error ?? new Error('aborted'))
      })
      return answer.result
    } catch {
      return null
    }
  }
}

const SHEETS = 'sheets'
const placeKey = ({ capacity, declaration, draft }: DraftPlace) => `${capacity}/${declaration}/${draft}/`
const keyOf = (sheet: DraftPlace & Pick<Sheet, 'pen'>) => `${placeKey(sheet)}${sheet.pen}`
const below = (start: string) => IDBKeyRange.bound(start, `${start}\uffff`)

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((opened, failed) => {
    const opening = indexedDB.open('paraph', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(SHEETS)
    opening.onsuccess = () => opened(opening.result)
    opening.onerror = () => failed(opening.error)
  })
}

let shared: Briefcase | null = null

/** The one of this browser; its tabs share it. */
export function briefcase(): Briefcase {
  if (shared) return shared
  const opening = openDatabase()
  // A browser may refuse to keep anything; each dealing then finds that out for itself.
  opening.catch(() => {})
  shared = new Briefcase(opening)
  return shared
}
