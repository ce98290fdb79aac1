import { z } from 'zod'
import { TEXT_VIEWS } from '../../shared/api.ts'
import { AMENDMENT_ID } from '../../shared/ids.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Sittings } from '../sitting/contract.ts'
import type { Around } from './around.ts'
import { reading } from './reading.ts'
import { operation, type Reply, type Resource } from './resource.ts'
import { htmlOf, plainOf } from './text-forms.ts'

const Asking = z.object({
  as: z.enum(TEXT_VIEWS).default('clean').describe('How the text is shown.'),
  with: z
    .string()
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .pipe(z.array(z.string().regex(AMENDMENT_ID)).max(400))
    .default([])
    .describe('For `amended`: the amendments, joined by commas.'),
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .nullable()
    .default(null)
    .describe('A version; without it, the text as it stands.'),
  capacity: z.string().max(40).optional().describe('In which capacity you read, as `as` says elsewhere.'),
})

export const text = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/text',
  operations: {
    get: operation({
      says: 'The text as text/plain, text/html or application/json, as the Accept header asks.',
      answers: 'TextAnswer',
      query: Asking,
      async handle({ request, response, query, param }): Promise<Reply> {
        // Here `as` says how the text is shown.
        const asked = { request, query: { as: query.capacity }, param }
        const answer = await reading(around, asked, (sitting) =>
          sitting.text({ view: query.as, with: query.with, version: query.version }),
        )
        if (isRefusal(answer)) return answer
        response.vary('Accept')
        switch (request.accepts(['text/plain', 'text/html', 'application/json'])) {
          case 'application/json':
            return { json: answer }
          case 'text/html':
            return {
              text: htmlOf(answer, await languageOf(around.sittings, param('declaration'))),
              type: 'html',
            }
          default:
            return { text: plainOf(answer), type: 'text/plain' }
        }
      },
    }),
  },
})

async function languageOf(sittings: Sittings, declaration: string): Promise<string> {
  const summary = (await sittings.summaries()).find(({ id }) => id === declaration)
  return summary?.language ?? 'und'
}
