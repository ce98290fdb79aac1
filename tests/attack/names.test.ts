import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refused, refusedCommand } from '../support/attack.ts'
import { type Guest, House } from '../support/house.ts'

/** Names and numbers of things that there are not. */

let house: House
let france: Guest
let secretariat: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
  secretariat = await house.signIn('SEC')
})
afterEach(() => house.close())

const DECLARATION = '/api/declarations/declaration'

describe('what is no such thing', () => {
  const NAMES = [
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '../../x',
    'd0',
    'FRA-0',
    ' ',
    'a'.repeat(99),
  ]

  test.each(NAMES)('%s names nothing', async (name) => {
    for (const command of [
      { do: 'draft.discard', draft: name },
      { do: 'amendment.withdraw', amendment: name },
      { do: 'comment.make', on: { clause: name }, words: 'x' },
      { do: 'comment.make', on: { amendment: name }, words: 'x' },
      { do: 'comment.reply', thread: name, words: 'x' },
      { do: 'draft.open', from: [name] },
      { do: 'draft.open', revises: name },
    ]) {
      expect(await refusedCommand(house, france, command)).toMatch(/^request\/invalid$|\/unknown$/)
    }
    for (const path of [
      `/api/declarations/${encodeURIComponent(name)}/text`,
      `${DECLARATION}/versions/${encodeURIComponent(name)}`,
    ]) {
      expect(await refused(house, () => house.ask(france, path))).toMatch(/unknown$/)
    }
    expect(await refused(house, () => house.ask(null, `/api/codes/${encodeURIComponent(name)}`))).toBe(
      'code/unknown',
    )
    const gone = () =>
      house.ask(secretariat, `/api/people/${encodeURIComponent(name)}?as=${secretariat.as}`, {
        method: 'DELETE',
      })
    expect(await refused(house, gone)).toBe('request/not-found')
  })

  test('numbers without measure', async () => {
    for (const number of ['9'.repeat(400), '1e999', '-1', '0x10', 'NaN'])
      expect(await refused(house, () => house.ask(france, `${DECLARATION}/versions/${number}`))).toBe(
        'version/unknown',
      )
    expect(
      await refused(house, () => house.ask(france, `${DECLARATION}/text?version=${'9'.repeat(400)}`)),
    ).toBe('request/invalid')
    expect(await refusedCommand(house, france, '{"do":"comment.reply","thread":1e400,"words":"x"}')).toBe(
      'request/invalid',
    )
  })

  test('JSON without end', async () => {
    for (const deep of [
      '['.repeat(30_000) + ']'.repeat(30_000),
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    ])
      expect(await refusedCommand(house, france, `{"do":${deep}}`)).toBe('request/invalid')
    expect(await refusedCommand(house, france, 'null')).toBe('request/invalid')
    expect(
      await refusedCommand(house, france, {
        do: 'comment.make',
        on: { clause: 'c1' },
        words: 'x'.repeat(70_000),
      }),
    ).toBe('request/too-large')
    expect(await refusedCommand(house, france, { do: 'draft.open', from: Array(21).fill('FRA-1') })).toBe(
      'request/invalid',
    )
  })
})
