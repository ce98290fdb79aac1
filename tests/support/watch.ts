import type { Pulse } from '../../server/sitting/around.ts'
import type { Instant } from '../../shared/ids.ts'

/**
 * The clock on the wall, which moves only when it is told to, and the timers that hang on it. As those of Node it
 * takes none that is longer than 2³¹ ms.
 */
export class Watch {
  private time: number
  private timers: { readonly due: number; readonly then: () => void }[] = []
  /** The longest timer that was set. */
  longest = 0

  constructor(at: Instant) {
    this.time = Date.parse(at)
  }

  readonly now = (): Instant => new Date(this.time).toISOString()

  /** A machine on which nothing costs anything. */
  readonly pulse: Pulse = {
    clock: () => this.time,
    processor: () => 0,
    later: (ms, then) => {
      if (ms >= 2 ** 31) throw new RangeError(`a timer of ${ms} ms would run out at once`)
      this.longest = Math.max(this.longest, ms)
      this.timers.push({ due: this.time + ms, then })
    },
  }

  /** Sets the clock, as an operator does: what hangs on it is not told. */
  set(at: Instant): void {
    this.time = Date.parse(at)
  }

  /** Lets time pass until then: every timer runs when it is due. */
  async pass(until: Instant): Promise<void> {
    const end = Date.parse(until)
    for (;;) {
      const next = this.timers.reduce<Watch['timers'][number] | null>(
        (first, it) => (it.due <= end && (!first || it.due < first.due) ? it : first),
        null,
      )
      if (!next) break
      this.timers = this.timers.filter((it) => it !== next)
      this.time = Math.max(this.time, next.due)
      next.then()
      await settled()
    }
    this.time = end
    await settled()
  }
}

/** Until everything that was begun in memory has come to its end. */
const settled = (): Promise<void> => new Promise((done) => void setImmediate(done))
