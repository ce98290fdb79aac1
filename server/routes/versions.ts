import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { operation, type Resource } from './resource.ts'
import { As, reader } from './who.ts'

export const versions = ({ identity, sittings }: Around): Resource => ({
  path: '/api/declarations/:declaration/versions/:version',
  operations: {
    get: operation({
      says: 'A version: the exact words that are endorsed, and the exact state behind them.',
      answers: 'VersionAnswer',
      query: As,
      async handle({ request, query, param }) {
        const capacity = reader(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const sitting = await sittings.open(param('declaration'))
        if (isRefusal(sitting)) return sitting
        if (!/^\d{1,6}$/.test(param('version'))) return refuse('version/unknown')
        const version = await sitting.version(Number(param('version')))
        return isRefusal(version) ? version : { json: version }
      },
    }),
  },
})
