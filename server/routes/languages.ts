import { isRefusal } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As } from './who.ts'

export const languages = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/languages/:language',
  operations: {
    get: operation({
      says: 'The final text in another language, as the secretariat laid it; the words of the version alone are authentic.',
      answers: 'LanguageAnswer',
      query: As,
      async handle(asked) {
        const found = await reading(around, asked, (sitting) => sitting.language(asked.param('language')))
        return isRefusal(found) ? found : { json: found }
      },
    }),
  },
})
