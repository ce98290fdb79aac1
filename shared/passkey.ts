import { z } from 'zod'
import { line } from './api.ts'
import { BASE64URL, type CapacityId, CREDENTIAL_ID, type Instant } from './ids.ts'

/** What the HTTP interface takes and answers about passkeys: key pairs on people's own devices. */

/** One row of `GET /api/passkeys?as=`: a passkey that signs in for the capacity, and perhaps for others. */
export interface PasskeyRow {
  /** The credential's id; opens nothing. */
  readonly id: string
  /** What its person calls it. */
  readonly name: string
  readonly capacities: readonly CapacityId[]
  readonly made: Instant
  readonly used: Instant | null
}

/** How a device can be reached; those that nobody knew of yet are passed over. */
export const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
type Transport = (typeof TRANSPORTS)[number]

const known = (said: readonly string[]): Transport[] => TRANSPORTS.filter((it) => said.includes(it))

const bytes = (most: number) => z.string().regex(BASE64URL).max(most)
const credential = z.string().regex(CREDENTIAL_ID)
const credentialOf = <T extends z.ZodType>(response: T) =>
  z
    .object({
      id: credential,
      rawId: credential,
      type: z.literal('public-key'),
      response,
      clientExtensionResults: z.object({}).default({}),
    })
    .refine(({ id, rawId }) => id === rawId, { message: 'is another than the id', path: ['rawId'] })

/** `RegistrationResponseJSON` of Web Authentication; what else browsers say is passed over. */
const made = credentialOf(
  z.object({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(20_000),
    transports: z.array(z.string().max(40)).max(10).default([]).transform(known),
  }),
)

/** `POST /api/passkeys?as=`: what a browser has made of the answer to `POST /api/passkeys/options?as=`. */
export const NewPasskey = z.strictObject({
  name: line.max(60),
  /** The account that was named in the options. */
  user: bytes(100),
  response: made,
})
export type NewPasskey = z.infer<typeof NewPasskey>

/** `POST /api/signing?as=`: a key for endorsing, made of the answer to `POST /api/signing/options?as=`. */
export const NewSigner = z.strictObject({ response: made })
export type NewSigner = z.infer<typeof NewSigner>

/** `POST /api/session/passkey`: `AuthenticationResponseJSON`, to a challenge of `POST /api/session/passkey/options`. */
export const PasskeyProof = credentialOf(
  z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(4_000),
    userHandle: bytes(100).optional(),
  }),
)
export type PasskeyProof = z.infer<typeof PasskeyProof>
