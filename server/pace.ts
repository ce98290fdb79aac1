/**
 * How fast one socket or one person may speak: a bucket that holds `burst` and fills with `perSecond`. Nobody types, pastes and
 * moves that fast; a program that does is told so and closed.
 */
export class Pace {
  private left: number
  private at: number
  private readonly burst: number
  private readonly perSecond: number

  constructor(burst: number, perSecond: number, now: number) {
    this.burst = burst
    this.perSecond = perSecond
    this.left = burst
    this.at = now
  }

  /** Takes `amount`, or says no. `now` in milliseconds. */
  allows(amount: number, now: number): boolean {
    this.left = Math.min(this.burst, this.left + ((now - this.at) / 1_000) * this.perSecond)
    this.at = now
    if (this.left < amount) return false
    this.left -= amount
    return true
  }
}

/** One pace for each person, over all that they have open. */
export class Paces {
  private readonly burst: number
  private readonly perSecond: number
  private readonly known = new Map<string, Pace>()

  constructor({ burst, perSecond }: { readonly burst: number; readonly perSecond: number }) {
    this.burst = burst
    this.perSecond = perSecond
  }

  of(who: string, now: number): Pace {
    const pace = this.known.get(who) ?? new Pace(this.burst, this.perSecond, now)
    this.known.set(who, pace)
    return pace
  }
}
