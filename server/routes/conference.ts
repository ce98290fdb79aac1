import { z } from 'zod'
import type { Conference, Delegation } from '../../shared/api.ts'
import { ENGLISH } from '../../shared/delegation.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'

const In = z.object({
  in: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .describe('Names of States in this language alone, in English where there is none; in all without it.'),
})

export const conference = ({ conference, identity }: Around): Resource => ({
  path: '/api/conference',
  operations: {
    get: operation({
      says: 'The meeting, its delegations and groups, for everybody.',
      answers: 'Conference',
      query: In,
      handle: ({ query, response }) => {
        const { delegations } = conference
        const meeting: Conference = {
          ...conference,
          delegations: query.in ? delegations.map(said(query.in)) : delegations,
          groups: identity.groups(),
        }
        // Everybody's, and seldom another: whoever has it is only told so.
        response.set('Cache-Control', 'no-cache')
        return { json: meeting }
      },
    }),
  },
})

/** Names of two hundred States in six languages are the largest part of what a page asks first. */
const said =
  (language: string) =>
  ({ names, ...delegation }: Delegation): Delegation => {
    const spoken = language in names ? language : ENGLISH
    return { ...delegation, names: { [spoken]: names[spoken] ?? delegation.code } }
  }
