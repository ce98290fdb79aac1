const MINUTE = 60_000
const UNITS = [
  ['days', 1_440],
  ['hours', 60],
  ['minutes', 1],
] as const
export type Unit = (typeof UNITS)[number][0]

/**
 * What is left, in the two largest units that say it, a begun minute counted as whole: nobody is told that nothing is
 * left while there is.
 */
export function remaining(ms: number): readonly (readonly [amount: number, unit: Unit])[] {
  let minutes = Math.ceil(ms / MINUTE)
  const parts: [number, Unit][] = []
  for (const [unit, size] of UNITS) {
    const amount = Math.floor(minutes / size)
    minutes -= amount * size
    if (amount > 0 || parts.length > 0) parts.push([amount, unit])
  }
  return parts.slice(0, 2).filter(([amount]) => amount > 0)
}

/** Milliseconds until `remaining` says something else. */
export const untilItChanges = (ms: number): number => ms % MINUTE || MINUTE
