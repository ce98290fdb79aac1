const FIRST_MS = 1_000
const LONGEST_MS = 15_000
/** After so long without trouble the next is a new one. */
const FORGOTTEN_MS = 60_000

/**
 * How long to leave a declaration alone whose disk failed: at once the first time, then longer and longer, so that
 * a full disk isn't asked ten times a second by everybody who has unsent words.
 */
export class Patience {
  private until = 0
  private last = Number.NEGATIVE_INFINITY
  private wait = 0

  /** Whether to leave it alone still. `now` in milliseconds. */
  isWaiting = (now: number): boolean => now < this.until

  failed(now: number): void {
    const again = now - this.last < FORGOTTEN_MS
    this.wait = again ? Math.min(LONGEST_MS, Math.max(FIRST_MS, this.wait * 2)) : 0
    this.last = now
    this.until = now + this.wait
  }
}
