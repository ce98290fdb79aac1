import type { Actor } from '../../shared/actor.ts'
import { type Conference, type Group, GroupBody } from '../../shared/api.ts'
import { isDesk } from '../../shared/delegation.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { actorOf } from '../identity/actor.ts'
import type { Around } from './around.ts'
import { asideOf } from './commands.ts'
import { operation, type Resource } from './resource.ts'
import { As, keeper } from './who.ts'

/** Delegations that act together. Who they are stands in the conference, for everybody. */
export const groups = ({ identity, conference }: Around): Resource => ({
  path: '/api/groups',
  operations: {
    post: operation({
      says: 'Makes a group, or changes its names and members (secretariat).',
      answers: 'Group',
      query: As,
      body: GroupBody,
      async handle({ request, query, body }) {
        const capacity = keeper(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const { code, names } = body
        if (isTaken(conference, code)) return refuse('group/code-taken', { code })
        const members = [...new Set(body.members)].sort()
        const stranger = members.find((member) => !isState(conference, member))
        if (stranger !== undefined) return refuse('delegation/unknown', { delegation: stranger })
        const before = identity.groups().find((it) => it.code === code)
        const group: Group = { code, alpha2: before?.alpha2 ?? null, names, members }
        await identity.putGroup(group)
        return { json: group, created: true }
      },
    }),
  },
})

export const group = (around: Around): Resource => ({
  path: '/api/groups/:group',
  operations: {
    delete: operation({
      says: 'Dissolves a group: nobody speaks for it any more, and its positions lapse (secretariat).',
      answers: 'Group',
      query: As,
      async handle({ request, query, param }) {
        const { identity } = around
        const capacity = keeper(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const dissolved = await identity.dissolveGroup(param('group'))
        if (!dissolved) return refuse('group/unknown')
        const refusal = await endEverywhere(around, dissolved.code, actorOf(capacity))
        return refusal ?? { json: dissolved }
      },
    }),
  },
})

/** An act of every declaration in which it took part. Where nothing can change any more, it stays as it was. */
async function endEverywhere(around: Around, code: DelegationCode, by: Actor): Promise<Refusal | null> {
  const { sittings } = around
  for (const { id } of await sittings.summaries()) {
    const sitting = await sittings.open(id)
    if (isRefusal(sitting)) return sitting
    const done = await sitting.perform({ do: 'group.dissolve', group: code }, by, asideOf(around))
    if (isRefusal(done) && done.refused !== 'policy/stage') return done
  }
  return null
}

const isTaken = ({ delegations }: Conference, wanted: DelegationCode): boolean =>
  delegations.some(({ code }) => code === wanted)

const isState = (conference: Conference, wanted: DelegationCode): boolean =>
  !isDesk(wanted) && isTaken(conference, wanted)
