import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FRANCE, refusalOf, TEXT, TestApp } from '../../tests/support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await TestApp.listen()
})
afterEach(() => app.close())

describe('the text', () => {
  test('reads as plain text, one line a clause', async () => {
    expect(await text('text/plain')).toBe('Declaration\n\n1. Affirming <peace>;\n2. Recalling.\n')
  })

  test('reads as a page in its language, with no word taken for markup', async () => {
    const page = await text('text/html')
    expect(page).toContain('<html lang="fr" dir="ltr">')
    expect(page).toContain('<p>1. Affirming &#60;peace&#62;;</p>')
  })

  test('reads as data', async () => {
    expect(JSON.parse(await text('application/json'))).toEqual(TEXT)
  })

  test('is for those who are signed in', async () => {
    expect(await refusalOf(fetch(`${app.base}/api/declarations/one/text`))).toBe('session/none')
  })

  test('has no view but those that are known', async () => {
    const { cookie } = await app.signedIn(FRANCE)
    const answer = fetch(`${app.base}/api/declarations/one/text?as=upside-down`, { headers: { cookie } })
    expect(await refusalOf(answer)).toBe('request/invalid')
  })
})

async function text(accept: string): Promise<string> {
  const { cookie } = await app.signedIn(FRANCE)
  const answer = await fetch(`${app.base}/api/declarations/one/text`, { headers: { accept, cookie } })
  expect(answer.headers.get('content-type')).toContain(accept)
  return answer.text()
}
