import { expect, test } from 'vitest'
import { moves } from '../tests/support/negotiation.ts'
import { Plenary } from '../tests/support/plenary.ts'
import { holds } from '../tests/support/property.ts'
import { type Amendment, type Effect, wordingInForce } from './amendment.ts'
import { editsOf, NO_EDITS } from './edits.ts'
import { asAmended } from './engross.ts'
import { Sight } from './items.ts'
import { standing } from './standing.ts'

/** What accepting the amendment does, by doing it on a copy. */
function byDoing({ state }: Plenary, amendment: Amendment): Effect {
  const base = state.baseOf(amendment.amends)
  const { update, lost, lostMoves } = state.remainsOf(amendment)
  const gone = { lost, ...(lostMoves.length > 0 ? { lostMoves } : {}) }
  if (!base || !update) return { edits: NO_EDITS, ...gone, standing: 'overtaken' }
  const sight = Sight.of(base)
  const edits = editsOf(sight, asAmended(base, [update]))
  return { edits, ...gone, standing: standing(wordingInForce(amendment).edits, sight) }
}

test('[A3] what is told of an amendment without trying it is what accepting it on a copy comes to', () => {
  holds('effects', [moves(12)], (steps) => {
    const plenary = new Plenary()
    for (const step of steps) plenary.move(step)
    for (const amendment of plenary.pending) {
      const effect = plenary.state.effectOf(amendment)
      if (effect.standing !== 'carried') expect(effect).toEqual(byDoing(plenary, amendment))
    }
  })
})
