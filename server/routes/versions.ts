import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As } from './who.ts'

export const versions = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/versions/:version',
  operations: {
    get: operation({
      says: 'A version: the exact words that are endorsed, and the exact state behind them.',
      answers: 'VersionAnswer',
      query: As,
      async handle(asked) {
        const number = asked.param('version')
        const version = await reading(around, asked, (sitting) =>
          /^\d{1,6}$/.test(number) ? sitting.version(Number(number)) : refuse('version/unknown'),
        )
        return isRefusal(version) ? version : { json: version }
      },
    }),
  },
})
