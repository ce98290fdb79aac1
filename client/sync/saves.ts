/**
 * Counts what of a person's typing is on the server's disk. It is never optimistic: a change counts as saved only
 * when the server has acknowledged a message that carried it.
 *
 * `clock` is the pen's clock in the draft: every character typed before it is in what was sent.
 */
export class Saves {
  private made = 0
  private saved = 0
  private savedUpTo = 0
  private clock = 0
  /** What each counted message of the present socket carried; the n-th message at index n − 1. */
  private sent: { readonly made: number; readonly clock: number }[] = []

  /** The person changed the draft. */
  change(clock: number): void {
    this.made++
    this.clock = clock
  }

  /** A new socket: the server's count starts at nought. */
  newSocket(): void {
    this.sent = []
  }

  /** A counted message left; it carries everything up to now. */
  send(): void {
    this.sent.push({ made: this.made, clock: this.clock })
  }

  /** The first `count` messages of this socket are on disk. */
  acknowledge(count: number): void {
    const carried = this.sent[Math.min(count, this.sent.length) - 1]
    if (!carried) return
    this.saved = Math.max(this.saved, carried.made)
    this.savedUpTo = Math.max(this.savedUpTo, carried.clock)
  }

  /** How many changes the person has made. */
  get changes(): number {
    return this.made
  }

  /** The last change that the server has on its disk, with all before it. */
  get safeChange(): number {
    return this.saved
  }

  /** How many changes the server has not got on its disk. */
  get unsaved(): number {
    return this.made - this.saved
  }

  /** Characters of this pen from this clock on are not on the server's disk. */
  get safeClock(): number {
    return this.savedUpTo
  }
}
