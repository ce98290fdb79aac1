import * as Y from 'yjs'
import type { Pen } from '../../shared/ids.ts'
import type { Briefcase, DraftPlace, Sheet } from './briefcase.ts'
import type { Saves } from './saves.ts'

/** A connection that works has saved a letter by then, and nothing needs keeping. */
const SOON = 250

/**
 * Keeps in the briefcase what the server has not got of one open draft, and nothing longer than that. What earlier
 * tabs left there is this tab's to send (rule P2): their sheets stay until it is saved.
 */
export class Keeping {
  private readonly case: Briefcase
  private readonly place: DraftPlace
  private readonly doc: Y.Doc
  private readonly pen: Pen
  private readonly saves: Saves
  private readonly told: () => void
  private brought: readonly Sheet[]
  private asked = 0
  private kept = 0
  private due: ReturnType<typeof setTimeout> | null = null

  constructor(
    briefcase: Briefcase,
    place: DraftPlace,
    opened: { readonly doc: Y.Doc; readonly pen: Pen; readonly saves: Saves },
    brought: readonly Sheet[],
    told: () => void,
  ) {
    this.case = briefcase
    this.place = place
    this.doc = opened.doc
    this.pen = opened.pen
    this.saves = opened.saves
    this.brought = brought
    this.told = told
  }

  /** Whether all that is unsaved is on this device's disk. */
  get isKept(): boolean {
    return this.kept === this.saves.changes
  }

  /** For each pen that this tab speaks for: the clock from which on the server may lack its words. */
  get since(): ReadonlyMap<Pen, number> {
    const since = sinceOf(this.brought)
    return since.set(this.pen, this.saves.safeClock)
  }

  /** Something was changed, or saved. */
  follow(): void {
    if (this.saves.unsaved === 0) this.drop()
    else if (!this.isKept && this.asked < this.saves.changes) this.due ??= setTimeout(() => this.now(), SOON)
  }

  /** Keeps it at once: the tab may be going. */
  readonly now = (): void => {
    this.wait()
    if (this.saves.unsaved === 0) return
    const written = this.saves.changes
    this.asked = written
    const update = new Uint8Array(Y.encodeStateAsUpdate(this.doc))
    const sheet = { ...this.place, pen: this.pen, written, update, since: this.since }
    void this.case.put(sheet).then((isKept) => {
      if (isKept) this.kept = Math.max(this.kept, written)
      this.told()
      this.follow()
    })
  }

  /** Nothing more is kept from now on; what is kept stays. */
  readonly wait = (): void => {
    if (this.due) clearTimeout(this.due)
    this.due = null
  }

  /** All of it is saved, or set aside. */
  drop(): void {
    this.wait()
    for (const sheet of this.brought) void this.case.drop(sheet)
    this.brought = []
    if (this.asked > 0) void this.case.drop({ ...this.place, pen: this.pen, written: this.asked })
    this.asked = 0
  }
}

/** What the sheets hold that the server may lack. */
export function sinceOf(sheets: readonly Sheet[]): Map<Pen, number> {
  const since = new Map<Pen, number>()
  for (const sheet of sheets) {
    for (const [pen, clock] of sheet.since) since.set(pen, Math.min(clock, since.get(pen) ?? clock))
  }
  return since
}

/** Puts the sheets' words into the document; a sheet that can't be read brings nothing. */
export function lay(sheets: readonly Sheet[], doc: Y.Doc): void {
  for (const { update } of sheets) {
    try {
      Y.applyUpdate(doc, update)
    } catch {
      // What was written half is no Yjs update.
    }
  }
}
