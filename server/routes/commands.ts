import type { Conference } from '../../shared/api.ts'
import { Command, deedOf } from '../../shared/command.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import { mayEver } from '../../shared/policy.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import { actorOf } from '../identity/actor.ts'
import type { Aside } from '../sitting/deed.ts'
import type { Around } from './around.ts'
import { deedLimit } from './limit.ts'
import { operation, type Resource } from './resource.ts'
import { As, doer } from './who.ts'

/** The one door for everything that is done to a declaration. */
export const commands = (around: Around): Resource => {
  const { identity, sittings, conference } = around
  const limit = deedLimit()
  return {
    path: '/api/declarations/:declaration/commands',
    operations: {
      post: operation({
        says: 'Performs one command; what it did is on disk when this answers.',
        answers: 'Performed',
        query: As,
        body: Command,
        async handle({ request, query, body: command, param }) {
          const capacity = doer(identity, request, query.as)
          if (isRefusal(capacity)) return capacity
          const hasty = limit(capacity)
          if (hasty) return hasty
          // Rule P5. Whether the stage allows it is judged in the sitting, where the stage can't move meanwhile.
          if (!mayEver(capacity.role, deedOf(command))) {
            return refuse('policy/role', { role: capacity.role, deed: deedOf(command) })
          }
          const stranger = delegationsIn(command).find(
            (code) =>
              !isKnown(conference, code) &&
              !identity.groups().some((group) => group.code === code && !group.dissolved),
          )
          if (stranger !== undefined) return refuse('delegation/unknown', { delegation: stranger })
          const sitting = await sittings.open(param('declaration'))
          if (isRefusal(sitting)) return sitting
          const by = actorOf(capacity, identity.groups())
          const performed = await sitting.perform(command, by, asideOf(around))
          return isRefusal(performed) ? performed : { json: performed }
        },
      }),
    },
  }
}

/** What the declaration doesn't hold itself, as it stands now. */
export const asideOf = ({ origin, signers }: Pick<Around, 'origin' | 'signers'>): Aside => ({
  origin,
  signatories: signers.signatories(),
})

/** The delegations that a command names. */
function delegationsIn(command: Command): readonly DelegationCode[] {
  if (command.do === 'draft.share') return command.members
  if (command.do === 'amendment.invite') return command.delegations
  return command.do === 'clause.mark' ? command.awaiting : []
}

const isKnown = ({ delegations }: Conference, wanted: DelegationCode): boolean =>
  delegations.some(({ code }) => code === wanted)
