import * as Y from 'yjs'
import type { Pen } from '../../shared/ids.ts'
import type { Briefcase, DraftPlace, Sheet } from './briefcase.ts'
import type { Saves } from './saves.ts'
import type { Strikes } from './strikes.ts'
import type { Unsent } from './unsent.ts'

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
  private readonly strikes: Strikes
  private readonly told: () => void
  private brought: readonly Sheet[]
  private asked = 0
  private kept = 0
  private due: ReturnType<typeof setTimeout> | null = null

  constructor(
    briefcase: Briefcase,
    place: DraftPlace,
    opened: { readonly doc: Y.Doc; readonly pen: Pen; readonly saves: Saves; readonly strikes: Strikes },
    brought: readonly Sheet[],
    told: () => void,
  ) {
    this.case = briefcase
    this.place = place
    this.doc = opened.doc
    this.pen = opened.pen
    this.saves = opened.saves
    this.strikes = opened.strikes
    this.brought = brought
    this.told = told
  }

  /** Whether all that is unsaved is on this device's disk. */
  get isKept(): boolean {
    return this.kept === this.saves.changes
  }

  /** For each pen that this tab speaks for: what the server may lack. */
  get unsent(): ReadonlyMap<Pen, Unsent> {
    const own = { since: this.saves.safeClock, struck: this.strikes.unsent }
    return unsentOf(this.brought).set(this.pen, own)
  }

  /** Something was changed, or saved. */
  follow(): void {
    this.strikes.saved(this.saves.safeChange)
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
    const since = new Map([...this.unsent].map(([pen, unsent]) => [pen, unsent.since]))
    const struck = this.strikes.unsent
    const sheet = { ...this.place, pen: this.pen, written, update, since, struck }
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
export function unsentOf(sheets: readonly Sheet[]): Map<Pen, Unsent> {
  const unsent = new Map<Pen, Unsent>()
  for (const sheet of sheets) {
    for (const [pen, clock] of sheet.since) {
      const known = unsent.get(pen)
      const struck = [...(known?.struck ?? []), ...(pen === sheet.pen ? (sheet.struck ?? []) : [])]
      unsent.set(pen, { since: Math.min(clock, known?.since ?? clock), struck })
    }
  }
  return unsent
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
