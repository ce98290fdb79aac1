import type { Conference, Person, Roll } from '../../shared/api.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import { isRefusal } from '../../shared/refusal.ts'
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
        // A group is no State: neither accredited nor present as one.
        const isState = (code: DelegationCode) => !identity.groups().some((group) => group.code === code)
        const answer: Roll = {
          invited: invitedTo(conference),
          accredited: accreditedIn(identity.people()).filter(isState),
          ...endorsing,
          present: endorsing.present.filter(isState),
        }
        return { json: answer }
      },
    }),
  },
})

const invitedTo = ({ delegations }: Conference): number => delegations.filter(({ invited }) => invited).length

const accreditedIn = (people: readonly Person[]): readonly DelegationCode[] => {
  const codes = people.flatMap(({ delegation, revoked }) => (delegation && !revoked ? [delegation] : []))
  return [...new Set(codes)].sort()
}
