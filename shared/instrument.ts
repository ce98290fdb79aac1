import { z } from 'zod'
import { isLine, isProse } from './characters.ts'
import { ENDORSES, type Signed as SignedInstrument, WITHDRAWS } from './endorsement.ts'
import {
  BASE64URL,
  CAPACITY_ID,
  CREDENTIAL_ID,
  DECLARATION_ID,
  DELEGATION_CODE,
  NONCE,
  SHA256,
} from './ids.ts'

/** What comes in of an instrument: its one form, so that what is signed has no second reading. */

const line = z.string().min(1).max(300).refine(isLine, 'a line of plain characters')
const words = z.string().max(5_000).refine(isProse, 'words of plain characters')
const bytes = (most: number) => z.string().regex(BASE64URL).max(most)
// Nothing is trimmed or filled in here: the signature is over what was written.
const trimmed = (it: string) => it === it.trim()

const Remark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reservation'), words: words.min(1) }),
  z.strictObject({
    kind: z.literal('dissociation'),
    clauses: z.array(z.string().min(1).max(40)).min(1).max(200).readonly(),
    words,
  }),
  z.strictObject({ kind: z.literal('explanation'), words: words.min(1) }),
])

export const Remarks = z
  .array(Remark)
  .max(3)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'one remark of a kind')
  .readonly()

const Instrument = z.strictObject({
  type: z.enum([ENDORSES, WITHDRAWS]),
  origin: z.url().max(300),
  declaration: z.string().regex(DECLARATION_ID).max(64),
  version: z.int().min(0).max(100_000),
  symbol: line.max(80),
  text: z.string().regex(SHA256),
  state: z.string().regex(DELEGATION_CODE),
  capacity: z.string().regex(CAPACITY_ID),
  signatory: z.strictObject({
    name: line.max(200).refine(trimmed, 'without spaces around it'),
    title: line.refine(trimmed, 'without spaces around it'),
  }),
  remarks: Remarks,
  withdraws: z.exactOptional(z.int().min(0)),
  time: z.iso.datetime({ precision: 3 }),
  nonce: z.string().regex(NONCE),
  ledger: z.strictObject({ size: z.int().min(1), root: z.string().regex(SHA256) }),
})

const Assertion = z.strictObject({
  credential: z.string().regex(CREDENTIAL_ID),
  authenticatorData: bytes(4_000),
  clientDataJSON: bytes(4_000),
  signature: bytes(4_000),
})

export const Signed = z.strictObject({
  instrument: Instrument,
  assertion: Assertion,
}) satisfies z.ZodType<SignedInstrument>
