import type { Range } from './items.ts'

/** Some characters of a range: who brings them, and who would take them out. */
export interface Handled<H> {
  readonly offset: number
  readonly length: number
  readonly by: H | null
  readonly gone: readonly H[]
}

interface Hold<H> {
  readonly clock: number
  readonly end: number
  readonly hand: H
}

/** Whose hand is on which characters: one may bring a character, and any number take it out, in the order told. */
export class Hands<H> {
  private readonly bringing = new Map<number, Hold<H>[]>()
  private readonly taking = new Map<number, Hold<H>[]>()

  brings = (range: Range, hand: H): void => hold(this.bringing, range, hand)
  takes = (range: Range, hand: H): void => hold(this.taking, range, hand)

  /** Cuts a range into the largest pieces on which the same hands are. */
  pieces([client, clock, length]: Range): Handled<H>[] {
    const end = clock + length
    const here = (holds: ReadonlyMap<number, Hold<H>[]>) =>
      (holds.get(client) ?? []).filter((it) => it.clock < end && it.end > clock)
    const [bringing, taking] = [here(this.bringing), here(this.taking)]
    const cuts = [...bringing, ...taking].flatMap((it) => [it.clock, it.end])
    const places = [...new Set([clock, ...cuts.filter((at) => at > clock && at < end)])].sort((a, b) => a - b)
    return places.map((from, index) => ({
      offset: from - clock,
      length: (places[index + 1] ?? end) - from,
      by: bringing.find((it) => holds(it, from))?.hand ?? null,
      gone: [...new Set(taking.filter((it) => holds(it, from)).map(({ hand }) => hand))],
    }))
  }
}

function hold<H>(holds: Map<number, Hold<H>[]>, [client, clock, length]: Range, hand: H): void {
  const own = holds.get(client) ?? []
  holds.set(client, own)
  own.push({ clock, end: clock + length, hand })
}

const holds = ({ clock, end }: Pick<Hold<unknown>, 'clock' | 'end'>, at: number): boolean =>
  clock <= at && at < end
