import { type Conference, type Group, GroupBody } from '../../shared/api.ts'
import { isDesk } from '../../shared/delegation.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
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

const isTaken = ({ delegations }: Conference, wanted: DelegationCode): boolean =>
  delegations.some(({ code }) => code === wanted)

const isState = (conference: Conference, wanted: DelegationCode): boolean =>
  !isDesk(wanted) && isTaken(conference, wanted)
