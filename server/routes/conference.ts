import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'

export const conference = ({ conference }: Around): Resource => ({
  path: '/api/conference',
  operations: {
    get: operation({
      says: 'The meeting and its delegations, for everybody.',
      answers: 'Conference',
      handle: () => ({ json: conference }),
    }),
  },
})
