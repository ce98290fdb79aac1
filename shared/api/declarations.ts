import { z } from 'zod'
import { isText } from '../characters.ts'
import type { DeclarationId, Instant, Pen } from '../ids.ts'
import { DECLARATION_ID } from '../ids.ts'
import type { Stage } from '../stage.ts'
import { ending, line } from './line.ts'

/** `GET /api/declarations?as=`: what you may see. */
export interface DeclarationSummary {
  readonly id: DeclarationId
  readonly symbol: string
  readonly title: string
  readonly language: string
  readonly stage: Stage
  readonly clauses: number
  readonly pending: number
  /** How much waits for whoever asks: decisions for the desk, answers of a delegation. */
  readonly awaited: number
  readonly versions: number
  readonly endorsements: number
  /** When the silence procedure ends that runs; null where none does. */
  readonly deadline: Instant | null
  /** When the last official act was performed. */
  readonly changed: Instant
}

/** What a text consists of when it is laid. Labels are given to it. */
export const LAYING = {
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  title: line,
  punctuation: z.strictObject({
    between: ending,
    beforeLast: ending,
    last: ending,
  }),
  clauses: z
    .array(z.string().trim().min(1).max(5_000).refine(isText, 'words of plain characters'))
    .min(1)
    .max(150),
}

/** `POST /api/declarations?as=` (secretariat): lays a new declaration before the meeting. */
export const NewDeclaration = z.strictObject({
  id: z.string().regex(DECLARATION_ID).max(64),
  symbol: line.max(80),
  ...LAYING,
})
export type NewDeclaration = z.infer<typeof NewDeclaration>

/** `POST /api/declarations/<id>/drafts/<draft>/pens?as=`: the Yjs client id for one tab (rule P2). */
export interface PenGiven {
  readonly pen: Pen
}
