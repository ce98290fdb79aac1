/** Of one core, what showing drafts to the room may take: the rest is for those who write and decide. */
const SHARE = 0.25
/** Below this, in milliseconds, a rest isn't worth a timer. */
const SHORTEST = 4
/** Nobody waits longer than this to see a word grow. */
const LONGEST = 100

/**
 * How often the room sees drafts grow. Each showing costs a frame to every socket; after one that cost much the
 * next waits, so that the mirror thins out by itself as the room fills, and is immediate in a small one.
 */
export class Breath {
  private due = 0

  /** Milliseconds until the next showing; 0 when it may be now. */
  wait = (now: number): number => Math.max(0, this.due - now)

  /** A showing took so many milliseconds of processor time. */
  spent(cost: number, now: number): void {
    const rest = cost / SHARE - cost
    this.due = rest < SHORTEST ? now : now + Math.min(rest, LONGEST)
  }
}
