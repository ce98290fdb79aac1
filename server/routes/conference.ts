import type { Conference } from '../../shared/api.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'

export const conference = ({ conference, identity }: Around): Resource => ({
  path: '/api/conference',
  operations: {
    get: operation({
      says: 'The meeting, its delegations and groups, for everybody.',
      answers: 'Conference',
      handle: () => {
        const meeting: Conference = { ...conference, groups: identity.groups() }
        return { json: meeting }
      },
    }),
  },
})
