import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moves } from '../tests/support/negotiation.ts'
import { Plenary } from '../tests/support/plenary.ts'
import { holds } from '../tests/support/property.ts'
import { outcomeOf } from './outcome.ts'
import { isRefusal } from './refusal.ts'
import { isSpent } from './standing.ts'

test('[A6] the outcome of any combination is what deciding so comes to', () => {
  holds('A6', [moves(30), fc.infiniteStream(fc.nat(99))], (steps, picks) => {
    const plenary = new Plenary()
    for (const step of steps) plenary.move(step)
    // Those that amend others among them, before what they amend or too late.
    const chosen = plenary.pending.filter(() => (picks.next().value ?? 0) % 3 === 0).map(({ id }) => id)
    if ((picks.next().value ?? 0) % 2) chosen.reverse()
    const { text, engrossed } = plenary.state
    const { accepted, fates } = outcomeOf(text, plenary.record, engrossed, chosen)
    const done = chosen.filter((amendment) => {
      const decided = plenary.command('SEC', { do: 'amendment.decide', amendment, decision: 'accept' })
      return !isRefusal(decided)
    })
    expect(done).toEqual(accepted)
    for (const [id, fate] of Object.entries(fates)) {
      const amendment = plenary.record.amendments[id]
      if (!amendment) throw new Error(`${id} is lost`)
      if (fate === 'falls') expect(amendment.state).toBe('fallen')
      else if (fate === 'accepted' || fate === 'superseded') expect(amendment.state).toBe(fate)
      else {
        expect(amendment.state).toBe('pending')
        const { standing } = plenary.state.effectOf(amendment)
        expect([id, isSpent(standing)]).toEqual([id, isSpent(fate)])
      }
    }
  })
})
