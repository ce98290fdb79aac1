import { z } from 'zod'
import type { DOCUMENT_KINDS } from './document.ts'
import { AMENDMENT_ID, DELEGATION_CODE, SHA256 } from './ids.ts'
import { BLOCK_KINDS } from './text.ts'

/** A document as JSON: what programs read. A change that breaks a reader gets another `format`. */

const instant = z.iso.datetime()
const amendment = z.string().regex(AMENDMENT_ID)
const code = z.string().regex(DELEGATION_CODE)
const hash = z.string().regex(SHA256)
const block = {
  id: z.string().describe('Stable: the clause keeps it wherever it is moved.'),
  kind: z.enum(BLOCK_KINDS),
  label: z.string().describe('`3`, `3 bis`; empty for the title.'),
  end: z.string().describe('The punctuation after the words; derived, and no part of them.'),
}

const Actor = z.object({
  name: z.string(),
  role: z.string(),
  delegation: code.nullable(),
})

const Span = z.object({
  op: z.enum(['kept', 'inserted', 'deleted']),
  text: z.string(),
  amendment: amendment
    .nullable()
    .describe('What brought the words or took them out; null: the text as laid.'),
})

const ChangedBlock = z.object({
  ...block,
  op: z.enum(['kept', 'inserted', 'deleted', 'struck', 'returned']),
  spans: z.array(Span),
  moved: z
    .object({ from: z.string().nullable(), amendment: amendment.nullable() })
    .nullable()
    .describe('The block after which it stood, if it was moved.'),
})

const Piece = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text: z.string() }),
  z.object({ kind: z.literal('bracketed'), text: z.string() }).describe('Words on which proposals compete.'),
  z.object({
    kind: z.literal('proposal'),
    text: z.string().describe('Empty where the sponsors would delete the bracketed words.'),
    sponsors: z.array(z.string()),
    ids: z.array(amendment),
    get within() {
      return z.array(Piece).optional()
    },
    moves: z.object({ after: z.string().nullable() }).optional(),
  }),
])

const Change = z.object({
  would: z.enum(['replace', 'insert', 'delete', 'add', 'move']),
  clause: z.string(),
  label: z.string(),
  was: z.string(),
  insert: z.string(),
  behind: z.string().describe('Of words that come where none go: those that they would stand behind.'),
  after: z.object({ clause: z.string(), label: z.string() }).nullable(),
})

const Tabled = z.object({
  id: amendment,
  number: z.int(),
  sponsor: code,
  sponsors: z.array(code),
  amends: amendment.nullable(),
  state: z.enum(['pending', 'accepted', 'rejected', 'withdrawn', 'superseded', 'fallen']),
  revision: z.int(),
  wording: hash,
  at: instant,
  reason: z.string(),
  changes: z.array(Change),
  positions: z.array(
    z.object({
      delegation: code,
      stand: z.enum(['support', 'oppose', 'reserve']),
      why: z.string(),
      at: instant,
    }),
  ),
  decision: z.object({ act: z.int(), at: instant, by: Actor, note: z.string() }).nullable(),
})

const AccountEntry = z.object({
  amendment,
  revision: z.int(),
  clause: z.string(),
  would: z.enum(['come in', 'go out', 'move']),
  words: z.string(),
  after: z.string().nullable(),
  place: z.string().describe('Where the words are: exactly one place (rule A5).'),
  by: Actor,
  at: instant,
  through: amendment.nullable(),
  consent: z
    .object({ to: amendment, consented: z.array(code), declined: z.array(code), unanswered: z.array(code) })
    .nullable()
    .describe('Of superseded words: what the sponsors had said.'),
})

const Remark = z.object({
  kind: z.enum(['reservation', 'explanation', 'dissociation']),
  clauses: z.array(z.string()).optional(),
  words: z.string(),
})

const Enrolled = z.object({
  code,
  name: z.string(),
  invited: z.boolean(),
  accredited: z.boolean(),
  endorsement: z
    .object({
      name: z.string(),
      title: z.string(),
      at: instant,
      act: z.int(),
      onPaper: z.boolean(),
      addendum: z.string().nullable(),
      remarks: z.array(Remark),
    })
    .nullable(),
})

const head = {
  format: z.literal('paraph-document/1'),
  declaration: z.object({ id: z.string(), symbol: z.string(), language: z.string() }),
  meeting: z.object({ name: z.string(), place: z.string(), date: z.iso.date() }),
  version: z
    .object({ number: z.int(), symbol: z.string(), note: z.string(), at: instant, final: z.boolean() })
    .nullable()
    .describe('The version that it shows; null: as it stood after the act.'),
  stage: z.string(),
  act: z.int().describe('Number of the last public act of the moment that is shown.'),
  at: instant.describe('When that act was done.'),
  hash: hash.describe('SHA-256 of the words of the text at that moment, as of a version.'),
}

const shows = <Kind extends (typeof DOCUMENT_KINDS)[number], Shape extends z.core.$ZodShape>(
  what: Kind,
  shape: Shape,
) => z.object({ ...head, what: z.literal(what), ...shape })

export const DocumentJson = z.discriminatedUnion('what', [
  shows('text', { blocks: z.array(z.object({ ...block, text: z.string() })) }),
  shows('compilation', { blocks: z.array(z.object({ ...block, pieces: z.array(Piece) })) }),
  shows('amended', { with: z.array(amendment), blocks: z.array(ChangedBlock) }),
  shows('comparison', { from: z.int(), blocks: z.array(ChangedBlock) }),
  shows('amendments', { amendments: z.array(Tabled) }),
  shows('account', {
    entries: z.array(AccountEntry),
    nameless: z.array(z.object({ clause: z.string(), words: z.string(), how: z.string() })),
  }),
  shows('roll', { states: z.array(Enrolled) }),
])
export type DocumentJson = z.output<typeof DocumentJson>
