import type { DeclarationId, Instant } from '../../shared/ids.ts'

export interface VigilAround {
  readonly now: () => Instant
  readonly later: (ms: number, then: () => void) => void
  /** A deadline is there. It is told again until `keep` says that the silence has ended. */
  readonly ends: (declaration: DeclarationId) => void
}

/**
 * Keeps watch over the silence procedures that run, so that each ends at its deadline though nobody asks. It looks at
 * the clock again and again: a timer would overrun where the clock is set or the machine sleeps, and none can be set
 * for longer than 2³¹ ms. Should it come late nothing is lost, for the adoption is dated at the deadline.
 */
export class Vigil {
  private readonly deadlines = new Map<DeclarationId, Instant>()
  private readonly around: VigilAround

  constructor(around: VigilAround) {
    this.around = around
  }

  watches = (declaration: DeclarationId): boolean => this.deadlines.has(declaration)

  /** Null: no silence runs there any more. */
  keep(declaration: DeclarationId, deadline: Instant | null): void {
    if (deadline === null) this.deadlines.delete(declaration)
    else if (this.deadlines.get(declaration) !== deadline) {
      this.deadlines.set(declaration, deadline)
      this.rest(declaration, deadline)
    }
  }

  private rest(declaration: DeclarationId, deadline: Instant): void {
    const left = Date.parse(deadline) - Date.parse(this.around.now())
    const ms = left > 0 ? Math.min(left, LOOK_MS) : LOOK_MS
    this.around.later(ms, () => this.look(declaration, deadline))
  }

  private look(declaration: DeclarationId, deadline: Instant): void {
    // Moved, or ended.
    if (this.deadlines.get(declaration) !== deadline) return
    if (Date.parse(deadline) <= Date.parse(this.around.now())) this.around.ends(declaration)
    this.rest(declaration, deadline)
  }
}

const LOOK_MS = 60_000
