import type { SignerKey, SigningState } from '../../shared/api.ts'
import type { Signatory } from '../../shared/endorsement.ts'
import type { CapacityId } from '../../shared/ids.ts'
import { get, only, put, type RegisterValue, type SignerEntry } from './value.ts'

/**
 * Keys that endorse: each is a key pair on a signatory's device, made for this and for nothing else. It never signs
 * anybody in, so that no challenge of a sign-in can be the hash of something that is signed. What is kept here is the
 * public half. One of a capacity is confirmed, and one may wait to be.
 */
export const signerIn = (value: RegisterValue, id: string): SignerEntry | undefined => get(value.signers, id)

/** A key that waits takes the place of one that waited before. */
export const signerMade = (value: RegisterValue, id: string, entry: SignerEntry): RegisterValue => ({
  ...value,
  signers: put(
    only<SignerEntry>(value.signers, (it) => it.capacity !== entry.capacity || it.confirmed !== null),
    id,
    entry,
  ),
})

/** A key that is confirmed takes the place of the one before. */
export const signerConfirmed = (value: RegisterValue, id: string, entry: SignerEntry): RegisterValue => ({
  ...value,
  signers: put(
    only<SignerEntry>(value.signers, (it) => it.capacity !== entry.capacity),
    id,
    entry,
  ),
})

export const withoutSigner = (value: RegisterValue, id: string): RegisterValue => ({
  ...value,
  signers: only<SignerEntry>(value.signers, (_, key) => key !== id),
})

export const withoutSignersOf = (value: RegisterValue, capacity: CapacityId): RegisterValue => ({
  ...value,
  signers: only<SignerEntry>(value.signers, (it) => it.capacity !== capacity),
})

export function signingStateOf({ signers }: RegisterValue, capacity: CapacityId): SigningState {
  const keys = Object.entries(signers).filter(([, it]) => it.capacity === capacity)
  const one = (isConfirmed: boolean): SignerKey | null => {
    const [id, entry] = keys.find(([, it]) => (it.confirmed !== null) === isConfirmed) ?? []
    return id && entry ? { id, spki: entry.spki, nonce: entry.nonce, made: entry.made } : null
  }
  return { confirmed: one(true), waiting: one(false) }
}

/** Everybody who is accredited to endorse now, in the order of their capacities. */
export const signatoriesIn = (value: RegisterValue): readonly Signatory[] =>
  Object.entries(value.capacities).flatMap(([capacity, { role, delegation, name, title, revoked }]) => {
    if (role !== 'signatory' || delegation === null || revoked !== null) return []
    const { confirmed } = signingStateOf(value, capacity)
    const key = confirmed && { id: confirmed.id, spki: confirmed.spki }
    return [{ capacity, state: delegation, name, title, key }]
  })
