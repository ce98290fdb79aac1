import type * as Y from 'yjs'
import type { Range } from '../../shared/items.ts'

/**
 * What this tab struck and the server may lack. Yjs remembers of a deletion neither who made it nor when, so it is
 * remembered here until it is saved.
 */
export class Strikes {
  private made: readonly { readonly change: number; readonly ranges: readonly Range[] }[] = []

  /** The person's change of this number struck something. */
  note(change: number, struck: Y.Transaction['deleteSet']): void {
    const ranges = [...struck.clients].flatMap(([client, deleted]) =>
      deleted.map(({ clock, len }): Range => [client, clock, len]),
    )
    if (ranges.length > 0) this.made = [...this.made, { change, ranges }]
  }

  /** All changes up to this one are on the server's disk. */
  saved(change: number): void {
    this.made = this.made.filter((it) => it.change > change)
  }

  get unsent(): readonly Range[] {
    return this.made.flatMap(({ ranges }) => ranges)
  }
}
