import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeOf, type Guest, House } from '../support/house.ts'

let house: House
let secretariat: Guest
let france: Guest

const PLACE = '/api/public/declaration'
const SECRETS = ['Between us only.', 'A comment in the room.']

beforeEach(async () => {
  house = await House.open()
  secretariat = await house.signIn('SEC')
  france = await house.signIn('FRA')
  await house.command(france, { do: 'note.make', on: { clause: 'c1' }, words: SECRETS[0] })
  await house.command(france, { do: 'comment.make', on: { clause: 'c1' }, words: SECRETS[1] })
  for (const to of ['consolidation', 'final']) await house.command(secretariat, { do: 'stage.move', to })
})
afterEach(() => house.close())

const publish = (isPublic: boolean) => house.command(secretariat, { do: 'roll.publish', publish: isPublic })
const seen = (path = '') => house.ask(null, `${PLACE}${path}`)

test('[P8] nobody who is not signed in sees a roll that is not published, nor that it is there', async () => {
  for (const path of ['', '/certificate']) {
    const [hidden, unknown] = [await seen(path), await house.ask(null, `/api/public/nothing-here${path}`)]
    expect([hidden.status, unknown.status]).toEqual([404, 404])
    expect(await hidden.json()).toEqual(await unknown.json())
  }
})

test('[P8] when it is published, everybody sees the final text and its roll, and may keep them for seconds', async () => {
  await publish(true)
  const answer = await seen()
  expect(answer.headers.get('cache-control')).toBe('public, max-age=5')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answer.json()).toMatchObject({ format: 'paraph-certificate/1', rolls: { en: [], fr: [] } })
  expect((await seen('/certificate')).headers.get('content-disposition')).toContain('attachment')
})

test('[P8] and no byte of what the room said, wrote or noted before, and no other door', async () => {
  await publish(true)
  const shown = (await (await seen()).text()) + (await (await seen('/certificate')).text())
  for (const secret of SECRETS) expect(shown).not.toContain(secret)
  for (const page of [
    'roll',
    'acts',
    'record',
    'ledger',
    'text?as=clean',
    'versions/1',
    'certificate',
    'account',
  ]) {
    const answer = await house.ask(null, `/api/declarations/declaration/${page}`)
    expect([page, await codeOf(answer)]).toEqual([page, 'session/none'])
  }
  const line = house.room(null)
  expect((await line.closed).refused).toBe('session/none')
})

test('[P8] taken back it is gone at once, as an act that everybody in the room sees', async () => {
  await publish(true)
  await publish(false)
  expect(await codeOf(await seen())).toBe('declaration/unknown')
  const acts = await house.ask(france, `/api/declarations/declaration/acts?as=${france.as}`)
  expect(await acts.text()).toMatch(/"published":true.*"published":false/)
})

test('[P5] only the secretariat publishes, and nothing before the text is final', async () => {
  expect(await house.command(france, { do: 'roll.publish', publish: true })).toBe('policy/role')
  const other = await House.open()
  const desk = await other.signIn('SEC')
  expect(await other.command(desk, { do: 'roll.publish', publish: true })).toBe('policy/stage')
  await other.close()
})

test('[P8] and is sent nothing again that still stands, compressed or not', async () => {
  await publish(true)
  const forms = await Promise.all(
    ['br', 'identity'].map((it) => house.ask(null, PLACE, { headers: { 'accept-encoding': it } })),
  )
  expect(forms.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', null])
  const [packed, plain] = await Promise.all(forms.map((it) => it.json()))
  expect(packed).toEqual(plain)
  const kept = { 'if-none-match': forms[0]?.headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
  expect((await house.ask(null, PLACE, { headers: kept })).status).toBe(304)
  await house.command(secretariat, { do: 'stage.move', to: 'closed' })
  const now = await house.ask(null, PLACE, { headers: kept })
  expect(now.status).toBe(200)
  expect(((await now.json()) as { acts: unknown[] }).acts).toHaveLength(plain.acts.length + 1)
})
