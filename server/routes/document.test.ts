import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { DECLARATION } from '../../tests/support/chamber.ts'
import { codeOf, type Guest, House } from '../../tests/support/house.ts'

let house: House
beforeAll(async () => {
  house = await House.open()
})
afterAll(() => house.close())

const asked = (guest: Guest | null, query: string) =>
  house.ask(guest, `/api/declarations/${DECLARATION.id}/document?${query}`)

test('a document is for whoever is signed in, by its name, and no cache keeps it', async () => {
  const observer = await house.signIn('OBS')
  const answer = await asked(observer, 'what=text&format=html')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename=A-CONF.2009-L.1-text.html')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await codeOf(await asked(null, 'what=text&format=html'))).toBe('session/none')
})

test('whoever asks for many at once keeps nobody else from theirs', async () => {
  const [france, kenya] = [await house.signIn('FRA'), await house.signIn('KEN')]
  // The first keeps the thread for a while.
  const formats = ['pdf', 'docx', 'akn', 'html', 'txt', 'json']
  const many = ['en', 'fr'].flatMap((language) =>
    formats.map((format) => asked(france, `what=text&format=${format}&language=${language}`)),
  )
  const own = asked(kenya, 'what=roll&format=csv')
  const answers = await Promise.all(many)
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(6)
  const refused = answers.filter(({ status }) => status !== 200)
  expect(await Promise.all(refused.map(codeOf))).toContain('document/too-many')
  expect((await own).status).toBe(200)
  // Once they are made, the next may be asked for.
  expect((await asked(france, 'what=account&format=json')).status).toBe(200)
})

test('whoever closes the connection waits no more, and may ask for something else', async () => {
  const france = await house.signIn('FRA')
  const orders: AbortSignal[] = []
  const run = vi.spyOn(house.press, 'run').mockImplementation((...[, { gone }]) => {
    orders.push(gone)
    return new Promise(() => {})
  })
  const closing = new AbortController()
  const formats = ['pdf', 'docx', 'akn', 'html', 'txt', 'json']
  const left = formats.map((format) =>
    house.ask(france, `/api/declarations/${DECLARATION.id}/document?what=text&format=${format}&from=0`, {
      signal: closing.signal,
    }),
  )
  await expect.poll(() => orders.length).toBe(formats.length)
  expect(await codeOf(await asked(france, 'what=roll&format=csv'))).toBe('document/too-many')
  closing.abort()
  await Promise.allSettled(left)
  await expect.poll(() => orders.every(({ aborted }) => aborted)).toBe(true)
  run.mockRestore()
  expect((await asked(france, 'what=account&format=html')).status).toBe(200)
})
