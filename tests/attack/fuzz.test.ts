import { expect, test } from 'vitest'
import { fuzz } from '../support/fuzz.ts'

/** `MESSAGES=20000` goes on longer, `SEED=…` sends the same again; `npm run bench -- --only=f` sends 100,000. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 5_000)
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 0x7fff_ffff))

test(`whatever ${MESSAGES} messages say, the server stands, documents change only by those who may, and others are served`, async () => {
  console.info(`fuzz: ${MESSAGES} messages, SEED=${SEED}`)
  const fuzzed = await fuzz(MESSAGES, SEED)
  expect(fuzzed.harms).toEqual([])
  expect(fuzzed.slowest).toBeLessThan(1_000)
  expect(Object.keys(fuzzed.refused).length).toBeGreaterThan(3)
  expect(fuzzed.saved).toBeGreaterThan(0)
})
