import { z } from 'zod'
import type { LedgerAnswer } from '../../shared/api.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Ledger } from '../sitting/ledger.ts'
import type { Around } from './around.ts'
import { type Question, reading } from './reading.ts'
import { operation, type Resource } from './resource.ts'
import { As } from './who.ts'

/** What the ledger says is for all who may read the declaration. */

export const ledger = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/ledger',
  operations: {
    get: operation({
      says: 'The signed head of the ledger of public acts, as JSON; or, as text/plain, the checkpoint alone.',
      answers: 'LedgerAnswer',
      query: As,
      async handle(asked) {
        const head = await readingLedger(around, asked, (it) => it.head())
        if (isRefusal(head)) return head
        const answer: LedgerAnswer = around.seal.seal(asked.param('declaration'), head)
        asked.response.vary('Accept')
        return asked.request.accepts(['application/json', 'text/plain']) === 'text/plain'
          ? { text: answer.checkpoint, type: 'text/plain' }
          : { json: answer }
      },
    }),
  },
})

export const ledgerProof = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/ledger/proof/:act',
  operations: {
    get: operation({
      says: 'Proves that a public act stands in the ledger, under a signed head (RFC 6962).',
      answers: 'InclusionProof',
      query: As,
      async handle(asked) {
        const number = /^\d{1,9}$/.test(asked.param('act')) ? Number(asked.param('act')) : -1
        const read = (it: Ledger) => {
          const proof = it.proof(number)
          return isRefusal(proof) ? proof : { proof, head: it.head() }
        }
        const found = await readingLedger(around, asked, read)
        if (isRefusal(found)) return found
        return { json: { ...found.proof, ...around.seal.seal(asked.param('declaration'), found.head) } }
      },
    }),
  },
})

const size = z.string().regex(/^\d{1,9}$/)
const Sizes = As.extend({
  from: size.transform(Number).default(0).describe('Number of acts in the earlier head.'),
  to: size.transform(Number).nullable().default(null).describe('In the later one; without it, all.'),
})

export const ledgerConsistency = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/ledger/consistency',
  operations: {
    get: operation({
      says: 'Proves that a head of the ledger holds all that an earlier one held (RFC 6962).',
      answers: 'ConsistencyProof',
      query: Sizes,
      async handle(asked) {
        const { from, to } = asked.query
        const proof = await readingLedger(around, asked, (it) => it.consistency(from, to))
        return isRefusal(proof) ? proof : { json: proof }
      },
    }),
  },
})

export const record = (around: Around): Resource => ({
  path: '/api/declarations/:declaration/record',
  operations: {
    get: operation({
      says: 'Everything that is needed to check the declaration without this server, as one file.',
      answers: 'RecordFile',
      query: As,
      async handle(asked) {
        const read = (it: Ledger) => ({ file: it.file(), head: it.head() })
        const found = await readingLedger(around, asked, read)
        if (isRefusal(found)) return found
        const { declaration } = found.file
        asked.response.attachment(`${declaration}.record.json`)
        return { json: { ...found.file, ...around.seal.seal(declaration, found.head) } }
      },
    }),
  },
})

const readingLedger = <T>(around: Around, asked: Question, read: (ledger: Ledger) => T | Refusal) =>
  reading(around, asked, (sitting) => sitting.ledger(read))
