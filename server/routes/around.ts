import type { Conference } from '../../shared/api.ts'
import type { Parts } from '../documents/certificate.ts'
import type { Press } from '../documents/press.ts'
import type { Identity, Passkeys, Signers } from '../identity/contract.ts'
import type { RefusalBook } from '../refusals.ts'
import type { Seal } from '../seal.ts'
import type { Sittings } from '../sitting/contract.ts'
import type { Visits } from '../visits.ts'

/** What the routes stand on. */
export interface Around {
  readonly identity: Identity
  readonly passkeys: Passkeys
  readonly signers: Signers
  readonly sittings: Sittings
  readonly visits: Pick<Visits, 'note'>
  readonly refusals: Pick<RefusalBook, 'note' | 'rows'>
  readonly conference: Conference
  readonly seal: Pick<Seal, 'seal' | 'note'>
  readonly press: Pick<Press, 'run'>
  /** Where files are read that somebody sends: one that is hostile keeps nobody from a document. */
  readonly reader: Pick<Press, 'run'>
  /** What a certificate carries with it; null where the client is not built. */
  certificateParts(): Promise<Parts | null>
  /** The public origin. */
  readonly origin: string
}
