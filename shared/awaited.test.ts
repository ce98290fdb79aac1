import { expect, test } from 'vitest'
import { Chamber, replace } from '../tests/support/chamber.ts'
import { awaitedOf } from './awaited.ts'

const desk = { role: 'secretariat', delegation: null } as const
const delegate = (delegation: string) => ({ role: 'delegate', delegation }) as const

test('every pending amendment waits for the desk, and for nobody who only reads', async () => {
  const chamber = await Chamber.open()
  const waits = async (who: Parameters<typeof awaitedOf>[1]) => awaitedOf(await chamber.record(), who)
  expect(await waits(desk)).toBe(0)
  const amendment = await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  expect(await waits(desk)).toBe(1)
  expect(await waits({ role: 'observer', delegation: null })).toBe(0)
  await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'reject' })
  expect(await waits(desk)).toBe(0)
})

test('whoever is asked for its name has an answer to give, until it has given it', async () => {
  const chamber = await Chamber.open()
  const waits = async (who: string) => awaitedOf(await chamber.record(), delegate(who))
  const amendment = await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('FRA').do({ do: 'amendment.invite', amendment, delegations: ['KEN'] })
  expect([await waits('FRA'), await waits('KEN'), await waits('BRA')]).toEqual([0, 1, 0])
  const { revisions } = (await chamber.record()).amendments[amendment] ?? { revisions: [] }
  const wording = revisions.at(-1)?.wording ?? ''
  await chamber.as('KEN').do({ do: 'amendment.cosponsor', amendment, wording, confirm: true })
  expect(await waits('KEN')).toBe(0)
})

test('a sponsor has an answer to give to what others would change in its amendment', async () => {
  const chamber = await Chamber.open()
  const waits = async (who: string) => awaitedOf(await chamber.record(), delegate(who))
  const amends = await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  const { draft = '' } = await chamber.as('KEN').do({ do: 'draft.open', amends, another: true })
  const kenya = chamber.as('KEN')
  const doc = await kenya.tab(draft)
  await kenya.write(draft, doc, () => replace(doc, 'c2', 'danger', 'grave danger'))
  await kenya.do({ do: 'amendment.table', draft, reason: '' })
  expect([await waits('FRA'), await waits('KEN')]).toEqual([1, 0])
})
