import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FRANCE, refusalOf, TestApp } from '../../tests/support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await TestApp.listen()
})
afterEach(() => app.close())

describe('a pen', () => {
  test('is given to whoever asks in a capacity of theirs, with no more words', async () => {
    const { cookie, as } = await app.signedIn(FRANCE)
    const given = await ask(`d1/pens?as=${as}`, cookie)
    expect(await given.json()).toEqual({ pen: 9 })
  })

  test('is given for a draft alone', async () => {
    const { cookie, as } = await app.signedIn(FRANCE)
    expect(await refusalOf(ask(`__proto__/pens?as=${as}`, cookie))).toBe('draft/unknown')
  })
})

const ask = (path: string, cookie: string) =>
  fetch(`${app.base}/api/declarations/one/drafts/${path}`, { method: 'POST', headers: { cookie } })
