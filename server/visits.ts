import type { DeclarationId, DelegationCode } from '../shared/ids.ts'

/** A page without a socket asks every few seconds; on a bad line one of its questions may get lost. */
const LATELY_MS = 15_000

/** Who looked at a declaration lately on a page that holds no socket, such as a signatory's. */
export class Visits {
  private readonly seen = new Map<DeclarationId, Map<DelegationCode, number>>()
  private readonly clock: () => number

  /** `clock` in milliseconds. */
  constructor(clock: () => number) {
    this.clock = clock
  }

  note(declaration: DeclarationId, delegation: DelegationCode): void {
    const visitors = this.seen.get(declaration) ?? new Map<DelegationCode, number>()
    this.seen.set(declaration, visitors.set(delegation, this.clock()))
  }

  lately(declaration: DeclarationId): readonly DelegationCode[] {
    const since = this.clock() - LATELY_MS
    return [...(this.seen.get(declaration) ?? [])].flatMap(([code, at]) => (at >= since ? code : []))
  }
}
