import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignatoryAnswer } from '../../shared/api.ts'
import { DECLARATION } from '../../tests/support/chamber.ts'
import { type Guest, House } from '../../tests/support/house.ts'

let house: House
let desk: Guest
let minister: Guest
beforeAll(async () => {
  house = await House.open()
  desk = await house.signIn('SEC')
  minister = await house.signIn('SGP minister')
})
afterAll(() => house.close())

const ask = (query = '', headers = {}) =>
  house.ask(minister, `/api/declarations/${DECLARATION.id}/endorsing?as=${minister.as}${query}`, { headers })
const answered = async (query = '') => (await (await ask(query)).json()) as SignatoryAnswer

test('a signatory is told anew only of what is another than before', async () => {
  await house.enrol(minister, desk)
  const hash = await house.opens(desk)
  const first = await answered()
  expect(first.words).not.toBeNull()
  expect(first.signing?.confirmed).not.toBeNull()
  house.pass(60_000)
  const asKept = { 'if-none-match': `W/"${first.tag}"`, 'cache-control': 'max-age=0' }
  expect((await ask(`&known=${hash}`, asKept)).status).toBe(304)
  expect((await answered(`&known=${hash}`)).words).toBeNull()
  await house.command(desk, { do: 'stage.move', to: 'closed' })
  expect((await ask(`&known=${hash}`, asKept)).status).toBe(200)
})
