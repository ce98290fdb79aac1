import { expect, test } from 'vitest'
import { moves } from '../../tests/support/negotiation.ts'
import { Plenary } from '../../tests/support/plenary.ts'
import { holds } from '../../tests/support/property.ts'
import { Effects } from './effects.ts'

const followed = (plenary: Plenary) => {
  const effects = new Effects(plenary.state.text)
  return () => effects.of(plenary.record.amendments, (id) => plenary.state.engrossed.get(id))
}

test('[A3] however a negotiation goes, what is kept of its effects is what looking at all afresh gives', () => {
  holds('effects kept', [moves(12)], (steps) => {
    const plenary = new Plenary()
    const kept = followed(plenary)
    for (const step of steps) {
      plenary.move(step)
      const afresh = plenary.pending.map((it) => [it.id, plenary.state.effectOf(it)])
      expect(kept()).toEqual(Object.fromEntries(afresh))
    }
  })
})

test('What touches no clause that moved is the same object as before', () => {
  const plenary = new Plenary()
  const kept = followed(plenary)
  const proposes = (who: string, clause: number) => {
    const opened = plenary.command(who, { do: 'draft.open', another: true })
    const draft = 'draft' in opened ? (opened.draft ?? '') : ''
    plenary.type(draft, [0, 0, clause, 1])
    plenary.command(who, { do: 'amendment.table', draft, reason: '' })
  }
  proposes('FRA', 1)
  proposes('KEN', 2)
  proposes('BRA', 1)
  const before = kept()
  plenary.command('SEC', { do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
  const after = kept()
  expect(Object.keys(after)).toEqual(['KEN-1', 'BRA-1'])
  expect(after['KEN-1']).toBe(before['KEN-1'])
  expect(after['BRA-1']).not.toBe(before['BRA-1'])
})
