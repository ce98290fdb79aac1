import type { Roll } from '../../shared/api.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { accreditedIn, invitedTo, isState } from '../counted.ts'
import type { Around } from './around.ts'
import { reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As } from './who.ts'

export const roll = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/roll',
  operations: {
    get: operation({
      says: 'Who was invited, accredited, is present and has endorsed: four different things.',
      answers: 'Roll',
      query: As,
      async handle(asked) {
        const { identity, conference } = around
        const endorsing = await reading(around, asked, (sitting) => sitting.roll())
        if (isRefusal(endorsing)) return endorsing
        const answer: Roll = {
          invited: invitedTo(conference),
          accredited: accreditedIn({ identity }),
          ...endorsing,
          present: endorsing.present.filter(isState({ identity })),
        }
        return { json: answer }
      },
    }),
  },
})
