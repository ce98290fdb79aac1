import type { SignatoryAnswer } from '../../../shared/api.ts'
import { ENDORSES, type Instrument, type Remark, WITHDRAWS } from '../../../shared/endorsement.ts'
import type { CapacityId, DelegationCode } from '../../../shared/ids.ts'
import type { VersionHead } from '../../../shared/record.ts'
import type { Endorsement } from '../../../shared/roll.ts'

export interface Signer {
  readonly capacity: CapacityId
  readonly state: DelegationCode
}

/** What is signed, made here from what stands on the page; the server only says the time and the ledger's head. */
export function endorsing(
  answer: SignatoryAnswer,
  { number, symbol, hash }: VersionHead,
  by: Signer & { readonly name: string; readonly title: string },
  remarks: readonly Remark[],
): Instrument {
  const { capacity, state, name, title } = by
  return {
    type: ENDORSES,
    ...basis(answer, { capacity, state }),
    ...{ version: number, symbol, text: hash, remarks },
    signatory: { name, title },
  }
}

/** The opposite of an endorsement, for the same text and by the same name. */
export function withdrawing(
  answer: SignatoryAnswer,
  { number, symbol, hash }: VersionHead,
  by: Signer,
  { act, name, title }: Endorsement,
): Instrument {
  return {
    type: WITHDRAWS,
    ...basis(answer, by),
    ...{ version: number, symbol, text: hash, remarks: [], withdraws: act },
    signatory: { name, title },
  }
}

const basis = ({ declaration, time, ledger }: SignatoryAnswer, { capacity, state }: Signer) => ({
  ...{ capacity, state, time, ledger },
  origin: location.origin,
  declaration: declaration.id,
  nonce: newNonce(),
})

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
