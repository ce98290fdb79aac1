import { sha256Of } from '../../shared/hash.ts'
import type { CapacityId, Sha256 } from '../../shared/ids.ts'

/** Where unguessable bytes come from. */
export type Random = (bytes: number) => Uint8Array

/** 60 bits: names a capacity in a path, opens nothing. */
export const newCapacityId = (random: Random): CapacityId => base64url(random(8)).slice(0, 10)
/** 160 bits: what a sign-in link carries. */
export const newCode = (random: Random): string => base64url(random(20))
/** 256 bits: what the session cookie carries. */
export const newToken = (random: Random): string => base64url(random(32))

/** What is kept of a secret. It needs no salt and no slow hash: nobody can try 160 bits. */
export const hashOfSecret = (secret: string): Sha256 => sha256Of(secret)

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
