import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { enters } from '../support/attack.ts'
import { until } from '../support/ether.ts'
import { type Guest, House, type Line, presenceFrame, presences } from '../support/house.ts'

/** Who somebody is, as the others see it. */

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

describe('[P4] presence', () => {
  const told = (line: Line) =>
    new TextDecoder().decode(Buffer.concat(line.heard.filter(([type]) => type === 1)))

  test('can be no other State, no other role and no markup', async () => {
    const watcher = await enters(house, await house.signIn('KEN'))
    const posing = {
      user: { name: 'Secretary-General', delegation: 'USA', role: 'secretariat' },
      admin: true,
    }
    await enters(
      house,
      france,
      presences([[5, 1, { ...posing, clause: 'c1', cursor: { html: '<script>' } }]]),
    )
    await until('Kenya sees somebody', () => told(watcher).includes('"FRA"'))
    expect(told(watcher)).not.toMatch(/Secretary-General|USA|"secretariat"|admin/)
  })

  test("can't speak for somebody else, or send them away", async () => {
    const watcher = await enters(house, await house.signIn('KEN'))
    await enters(house, await house.signIn('BRA'), presences([[7, 1, { clause: 'c1' }]]))
    await until('Kenya sees Brazil', () => told(watcher).includes('"BRA"'))
    await enters(
      house,
      france,
      presences([[8, 1, { clause: 'c2' }]]),
      presences([[7, 99, null]]),
      presences([[7, 100, {}]]),
    )
    await until('Kenya sees France', () => told(watcher).includes('"FRA"'))
    const late = await enters(house, await house.signIn('SGP'))
    await until('Singapore hears who is there', () => told(late).includes('"FRA"'))
    expect(told(late)).toContain('"BRA"')
  })

  test('of ten thousand ghosts is the presence of one', async () => {
    const watcher = await enters(house, await house.signIn('KEN'))
    const ghosts = (from: number) =>
      presences(Array.from({ length: 1_000 }, (_, n) => [from + n, 1, { clause: 'c1' }] as const))
    await enters(house, france, ...Array.from({ length: 10 }, (_, n) => ghosts(n * 1_000)))
    await until('Kenya sees France', () => told(watcher).includes('"FRA"'))
    const late = await enters(house, await house.signIn('SGP'))
    await until('Singapore hears who is there', () => told(late).includes('"FRA"'))
    const [first] = late.heard.filter(([type]) => type === 1)
    expect(new TextDecoder().decode(first).match(/"delegation":"FRA"/g)).toHaveLength(1)
  })

  test('that says nothing, or too much, is passed over', async () => {
    const watcher = await enters(house, await house.signIn('KEN'))
    const deep = `{"cursor":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    // A socket is known by the first client that it says something of: none of these but the last.
    await enters(
      house,
      france,
      presences([[1, 1, deep]]),
      presences([[2, 1, { cursor: 'x'.repeat(10_000) }]]),
      presences([[3, 1, 'not json']]),
      presenceFrame(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f])),
      presences([[4, 1, { clause: 'c2' }]]),
    )
    await until('Kenya sees France', () => told(watcher).includes('"c2"'))
    expect(told(watcher)).not.toContain('cursor')
  })

  test('is nowhere, where only a prototype says where', async () => {
    const watcher = await enters(house, await house.signIn('KEN'))
    const line = await enters(house, france, presences([[1, 1, '{"__proto__":{"clause":"c1"}}']]))
    await until('Kenya sees France', () => told(watcher).includes('"FRA"'))
    await line.send(presences([[1, 2, { clause: 'c2' }]]))
    await until('Kenya sees where France is', () => told(watcher).includes('"c2"'))
    expect(told(watcher)).not.toContain('"c1"')
  })

  test('counts an observer and does not name one', async () => {
    const watcher = await enters(house, france)
    await enters(house, await house.signIn('OBS'), presences([[9, 1, { clause: 'c1' }]]))
    await until('France sees an observer', () => told(watcher).includes('"observer"'))
    expect(told(watcher)).not.toContain('OBS')
  })

  test('names an observer who wishes it, by the name of the accreditation, and no longer than that', async () => {
    const watcher = await enters(house, france)
    const line = await enters(
      house,
      await house.signIn('OBS'),
      presences([[9, 1, { clause: 'c1', named: true, name: 'The King' }]]),
    )
    await until('France reads the name', () => told(watcher).includes('"OBS"'))
    expect(told(watcher)).not.toContain('King')
    watcher.heard.length = 0
    await line.send(presences([[9, 2, { clause: 'c2', named: false }]]))
    await until('France hears of the observer', () => told(watcher).includes('"c2"'))
    expect(told(watcher)).not.toContain('"OBS"')
  })

  test('of a delegate is never without a name', async () => {
    const watcher = await enters(house, await house.signIn('KEN'))
    await enters(house, france, presences([[5, 1, { clause: 'c1', named: false }]]))
    await until('Kenya sees France', () => told(watcher).includes('"FRA"'))
    expect(told(watcher)).toContain('"name":"FRA"')
  })
})
