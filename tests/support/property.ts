import fc from 'fast-check'

/** `RUNS=20000` searches longer; `SEED=…` repeats a run that was printed. */
const RUNS = Number(process.env['RUNS'] ?? 1_000)
const SEED = process.env['SEED'] ? Number(process.env['SEED']) : undefined

const parameters = (rule: string): fc.Parameters<unknown> => {
  const seed = SEED ?? Math.floor(Math.random() * 0x7fff_ffff)
  console.info(`${rule}: ${RUNS} runs, SEED=${seed}`)
  return { numRuns: RUNS, seed }
}

/** Checks a property at least 1,000 times, and prints the seed that repeats it. */
export function holds<Ts extends [unknown, ...unknown[]]>(
  rule: string,
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  predicate: (...args: Ts) => void,
): void {
  const property = fc.property(fc.tuple<Ts>(...arbitraries), (args) => predicate(...args))
  fc.assert(property, parameters(rule) as fc.Parameters<[Ts]>)
}

/** The same for what must wait for its turn. */
export async function holdsInTurn<Ts extends [unknown, ...unknown[]]>(
  rule: string,
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  predicate: (...args: Ts) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(fc.tuple<Ts>(...arbitraries), (args) => predicate(...args))
  await fc.assert(property, parameters(rule) as fc.Parameters<[Ts]>)
}
