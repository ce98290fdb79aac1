import { expect, test } from 'vitest'
import { fuzz } from '../support/fuzz.ts'
import { howToRepeat, seedOf } from '../support/seed.ts'

/** `MESSAGES=20000` goes on longer, `npm run bench -- --only=f` sends 100,000. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 5_000)
const SEED = seedOf('fuzz')

test(`whatever ${MESSAGES} messages say, the server stands, documents change only by those who may, and others are served`, async () => {
  console.info(`fuzz: ${MESSAGES} messages, ${howToRepeat(SEED)}`)
  const fuzzed = await fuzz(MESSAGES, SEED)
  expect(fuzzed.harms).toEqual([])
  // How soon is for whoever reads this line: it says as much of the machine as of the server.
  console.info(`fuzz: an honest client came in after ${Math.round(fuzzed.slowest)} ms at the latest`)
  expect(Object.keys(fuzzed.refused).length).toBeGreaterThan(3)
  expect(fuzzed.saved).toBeGreaterThan(0)
})
