import fc from 'fast-check'

/** `RUNS=20000` searches longer; `SEED=…` repeats a run that was printed. */
const RUNS = Number(process.env['RUNS'] ?? 1_000)
const SEED = process.env['SEED'] ? Number(process.env['SEED']) : undefined

/** Checks a property at least 1,000 times, and prints the seed that repeats it. */
export function holds<Ts extends [unknown, ...unknown[]]>(
  rule: string,
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  predicate: (...args: Ts) => void,
): void {
  const seed = SEED ?? Math.floor(Math.random() * 0x7fff_ffff)
  console.info(`${rule}: ${RUNS} runs, SEED=${seed}`)
  fc.assert(
    fc.property(...(arbitraries as unknown as [fc.Arbitrary<unknown>]), predicate as (it: unknown) => void),
    {
      numRuns: RUNS,
      seed,
    },
  )
}
