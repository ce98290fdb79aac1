/** A device that is off by less is right: the header tells whole seconds. */
const RIGHT_MS = 2_000
/** An answer that took longer says little about the moment at which it was written. */
const SLOW_MS = 4_000

/**
 * The server's clock, by which deadlines are kept. A device's own may be minutes off; what is left until a deadline
 * would then be wrong in every time zone.
 */
export class ServerClock {
  private ahead = 0

  /** The `date` header of an answer that was asked for at `asked` and came at `came`, by the device's clock. */
  hear(date: string | null, asked: number, came: number): void {
    const told = Date.parse(date ?? '')
    if (Number.isNaN(told) || came - asked > SLOW_MS) return
    // It is cut off to the second.
    const ahead = told + 500 - (asked + came) / 2
    this.ahead = Math.abs(ahead) < RIGHT_MS ? 0 : ahead
  }

  now = (device = Date.now()): number => device + this.ahead
}

export const serverClock = new ServerClock()
