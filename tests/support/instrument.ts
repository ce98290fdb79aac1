import { randomBytes } from 'node:crypto'
import type { EndorsingAnswer } from '../../shared/api.ts'
import { ENDORSES, type Instrument, type Signed } from '../../shared/endorsement.ts'

export interface InstrumentBy {
  readonly capacity: string
  readonly state: string
  readonly name: string
  readonly title: string
}

/** What an honest page makes of what the server tells it. */
export function instrumentOf(
  { declaration, time, ledger, version, endorsing }: EndorsingAnswer,
  { capacity, state, name, title }: InstrumentBy,
): Instrument {
  return {
    type: ENDORSES,
    origin: endorsing?.origin ?? 'https://nowhere.example.org',
    declaration: declaration.id,
    version: version?.number ?? 0,
    symbol: version?.symbol ?? '',
    text: version?.hash ?? '0'.repeat(64),
    ...{ state, capacity, time, ledger },
    signatory: { name, title },
    remarks: [],
    nonce: randomBytes(16).toString('base64url'),
  }
}

/** In form, and signed by nobody. */
export const UNSIGNED: Signed = {
  instrument: {
    type: 'paraph-endorsement/1',
    origin: 'https://paraph.example.org',
    declaration: 'declaration',
    ...{ version: 1, symbol: 'x', text: 'a'.repeat(64), state: 'FRA', capacity: 'x' },
    signatory: { name: 'x', title: 'x' },
    remarks: [],
    time: '2009-10-12T09:00:00.000Z',
    nonce: 'a'.repeat(22),
    ledger: { size: 1, root: 'a'.repeat(64) },
  },
  assertion: { credential: 'a'.repeat(22), authenticatorData: 'a', clientDataJSON: 'a', signature: 'a' },
}
