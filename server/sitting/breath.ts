/** How much of one core something may take, and how rarely it may come; in milliseconds. */
export interface Measure {
  readonly share: number
  /** A shorter wait isn't worth a timer. */
  readonly shortest: number
  /** From the beginning of one to the beginning of the next, where the machine keeps up. */
  readonly longest: number
}

/**
 * How often drafts that grow are shown to the room. Each showing costs a frame to every socket, whatever is in it:
 * in a small room every word is shown at once, in a full one several words share a frame. Nobody waits longer than
 * the eye would notice, and the rest of the machine is for those who write and decide.
 */
export const SHOWING: Measure = { share: 0.03, shortest: 4, longest: 50 }

/**
 * How often a turn is taken. Each costs a write and a flush of the disk, whatever is in it: when nothing happened of
 * late it is taken at once, under load what comes in meanwhile shares it.
 */
export const TURNING: Measure = { share: 0.03, shortest: 3, longest: 20 }

/**
 * Rests after what it cost, so that it takes its share of the machine and no more: what is dear becomes rarer by
 * itself. Measured in processor time, so that a machine that is busy elsewhere slows nobody down.
 */
export class Breath {
  private readonly measure: Measure
  private due = 0

  constructor(measure: Measure) {
    this.measure = measure
  }

  /** Milliseconds until the next time; 0 when it may be now. */
  wait(now: number): number {
    const wait = this.due - now
    return wait < this.measure.shortest ? 0 : wait
  }

  /** What began then took so many milliseconds of processor time. */
  spent(cost: number, began: number): void {
    const { share, longest } = this.measure
    this.due = began + Math.min(cost / share, longest)
  }
}
