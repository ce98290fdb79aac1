import type { SignatoryAnswer } from '../../../shared/api.ts'
import type { Instrument, SigningKey } from '../../../shared/endorsement.ts'
import type { CapacityId, DeclarationId } from '../../../shared/ids.ts'
import { command, getEndorsing } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { signed } from '../../api/signing.ts'

export interface Wish {
  readonly declaration: DeclarationId
  readonly capacity: CapacityId
  readonly key: SigningKey
  readonly deed: 'text.endorse' | 'endorsement.withdraw'
  /** Made of the ledger as it is at that moment; a failure where the page doesn't show what it should. */
  readonly instrument: (now: SignatoryAnswer) => Instrument | Failure
}

/**
 * Signs with the record as it stands now, and puts that on it. Where the line breaks meanwhile, the very same
 * signature is sent again: the server takes it once. Null: it stands in the record.
 */
export async function putOnRecord({
  declaration,
  capacity,
  key,
  deed,
  instrument,
}: Wish): Promise<Failure | null> {
  const now = await getEndorsing(declaration, capacity)
  if (isFailure(now)) return now
  if (!now) return { refused: 'server/fault', detail: 'no answer to sign with' }
  const made = instrument(now)
  if (isFailure(made)) return made
  const assertion = await signed(made, key)
  if (isFailure(assertion)) return assertion
  for (let wait = FIRST; ; wait *= 2) {
    const done = await command(declaration, capacity, { do: deed, signed: { instrument: made, assertion } })
    if (!isFailure(done)) return null
    const isAway = done.refused === 'network' || done.refused === 'server/stopping'
    if (!isAway) return (await isRecorded(declaration, capacity, made)) ? null : done
    if (wait > LAST) return done
    await new Promise((then) => setTimeout(then, wait))
  }
}

const FIRST = 500
const LAST = 8_000

/** An answer that got lost: what it would have said stands in the record. */
async function isRecorded(declaration: DeclarationId, capacity: CapacityId, { nonce }: Instrument) {
  const now = await getEndorsing(declaration, capacity)
  return !isFailure(now) && now?.endorsement?.signed?.instrument.nonce === nonce
}
