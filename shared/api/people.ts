import { z } from 'zod'
import type { SigningKey } from '../endorsement.ts'
import type { CapacityId, Instant } from '../ids.ts'
import { CREDENTIAL_ID, DELEGATION_CODE } from '../ids.ts'
import type { Role } from '../policy.ts'
import { ROLES } from '../policy.ts'
import type { Capacity } from './access.ts'
import { line, plain } from './line.ts'

/** `POST /api/people?as=` (secretariat): accredits a person in one capacity. Answers `Accredited`. */
export const Accreditation = z
  .strictObject({
    role: z.enum(ROLES),
    delegation: z.string().regex(DELEGATION_CODE).nullable().default(null),
    name: line.max(200),
    title: z
      .string()
      .trim()
      .max(300)
      .refine(...plain)
      .default(''),
    /** When the capacity begins and ends to be valid; without them, at once and until it is revoked. */
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
  })
  .refine((it) => (it.role === 'delegate' || it.role === 'signatory') === (it.delegation !== null), {
    message: 'a delegate and a signatory speak for a State, the others for none',
    path: ['delegation'],
  })
  .refine(({ from, until }) => !from || !until || Date.parse(from) < Date.parse(until), {
    message: 'a capacity ends after it begins',
    path: ['until'],
  })
export type Accreditation = z.infer<typeof Accreditation>

export interface Accredited {
  readonly capacity: Capacity
  /** The sign-in link; shown once, kept only as a hash. */
  readonly url: string
}

/** One row of `GET /api/people?as=` (secretariat). */
export interface Person extends Capacity {
  readonly accredited: Instant
  /** Who accredited them; nothing where the server did, for the opening. */
  readonly accreditedBy?: CapacityId
  readonly from?: Instant
  readonly until?: Instant
  /** Whether a link is out that nobody has used yet. */
  readonly link: 'unused' | 'used' | 'expired' | 'none'
  /** How many passkeys sign in for it. */
  readonly passkeys: number
  /** Of a signatory: the key that endorses, and one that waits to be confirmed. */
  readonly signing?: SigningState
  readonly revoked: Instant | null
  readonly lastSeen: Instant | null
}

/** `GET /api/signing?as=`: a signatory's own keys for endorsing. */
export interface SigningState {
  readonly confirmed: SignerKey | null
  /** Made on a device, and not confirmed yet by the secretariat. */
  readonly waiting: SignerKey | null
}

export interface SignerKey extends SigningKey {
  /** Chance that the server added when it had the key: `codeOf` makes from it what both read to each other. */
  readonly nonce: string
  readonly made: Instant
}

/** `POST /api/people/<capacity>/signing?as=` (secretariat): whether signatory and secretariat read the same code. */
export const SigningBody = z.strictObject({ key: z.string().regex(CREDENTIAL_ID), confirm: z.boolean() })
export type SigningBody = z.infer<typeof SigningBody>

/** One row of `GET /api/refusals?as=` (secretariat), newest first. */
export interface RefusalRow {
  readonly at: Instant
  /** Null where nobody was signed in. */
  readonly by: {
    readonly capacity: CapacityId
    readonly role: Role
    readonly delegation: string | null
  } | null
  /** `POST /api/declarations/:declaration/commands`, or `socket` for the rooms. */
  readonly door: string
  /** The declaration, and the draft where there is one: `high-level-fr/d3`. Empty elsewhere. */
  readonly place: string
  readonly code: string
  /** How often since the row before of the same kind. */
  readonly times: number
}
