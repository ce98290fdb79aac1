import fc from 'fast-check'
import { howToRepeat, seedOf } from './seed.ts'

/** `RUNS=20000` searches longer. */
const RUNS = Number(process.env['RUNS'] ?? 1_000)

const parameters = (rule: string, part = 1): fc.Parameters<unknown> => {
  const seed = seedOf(rule)
  const numRuns = Math.ceil(RUNS * part)
  console.info(`${rule}: ${numRuns} runs, ${howToRepeat(seed)}`)
  return { numRuns, seed }
}

/** Checks a property 1,000 times, or a `part` of that where each costs much, and prints the seed that repeats it. */
export function holds<Ts extends [unknown, ...unknown[]]>(
  rule: string,
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  predicate: (...args: Ts) => void,
  part = 1,
): void {
  const property = fc.property(fc.tuple<Ts>(...arbitraries), (args) => predicate(...args))
  fc.assert(property, parameters(rule, part) as fc.Parameters<[Ts]>)
}

/** The same for what must wait for its turn. */
export async function holdsInTurn<Ts extends [unknown, ...unknown[]]>(
  rule: string,
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  predicate: (...args: Ts) => Promise<void>,
  part = 1,
): Promise<void> {
  const property = fc.asyncProperty(fc.tuple<Ts>(...arbitraries), (args) => predicate(...args))
  await fc.assert(property, parameters(rule, part) as fc.Parameters<[Ts]>)
}
