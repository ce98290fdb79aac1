/**
 * How fast one socket may speak: a bucket that holds `burst` and fills with `perSecond`. Nobody types, pastes and
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
