/** Acts in a second. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 25] as const
export type Speed = (typeof SPEEDS)[number]

/** Where the film is: `rest` is the part of an act that has been played already. */
export interface Reel {
  readonly place: number
  readonly rest: number
}

/** The reel after so many milliseconds at this speed; it stops at the last of `length` acts. */
export function advanced({ place, rest }: Reel, ms: number, speed: number, length: number): Reel {
  // A frame is stamped with its beginning, which may lie before the button was pressed.
  const played = rest + (Math.max(0, ms) * speed) / 1_000
  const next = place + Math.floor(played)
  return next >= length - 1 ? { place: length - 1, rest: 0 } : { place: next, rest: played % 1 }
}
