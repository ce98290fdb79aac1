import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { signInLimit } from './limit.ts'
import { operation, type Resource } from './resource.ts'

export const codes = ({ identity }: Around): Resource => ({
  path: '/api/codes/:code',
  operations: {
    get: operation({
      says: 'Whom a sign-in code is for. Uses nothing up.',
      answers: 'CodeHolder',
      before: [signInLimit()],
      handle({ param }) {
        const holder = identity.holder(param('code'))
        return isRefusal(holder) ? holder : { json: holder }
      },
    }),
  },
})
