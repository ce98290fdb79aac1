import { z } from 'zod'
import { BASE64URL, CREDENTIAL_ID, DELEGATION_CODE, NONCE, SHA256 } from '../../shared/ids.ts'
import { TRANSPORTS } from '../../shared/passkey.ts'
import { ROLES } from '../../shared/policy.ts'

/** What the register holds: who exists, who was invited, and who is signed in. No secret stands in it, only hashes. */

const instant = z.iso.datetime()
const hash = z.string().regex(SHA256)

const CapacityEntry = z.object({
  role: z.enum(ROLES),
  delegation: z.string().regex(DELEGATION_CODE).nullable(),
  name: z.string(),
  title: z.string(),
  accredited: instant,
  /** The capacity in which somebody accredited this one. */
  by: z.string().optional(),
  from: instant.optional(),
  until: instant.optional(),
  revoked: instant.nullable(),
  /** To within ten minutes. */
  lastSeen: instant.nullable(),
})

const CodeEntry = z.object({
  capacity: z.string(),
  made: instant,
  expires: instant,
  used: instant.nullable(),
})

const SessionEntry = z.object({
  /** Stays when the cookie is changed; sessions of the first release are named by their key. */
  id: z.string().optional(),
  capacities: z.array(z.string()),
  created: instant,
  expires: instant,
  /** To within ten minutes. */
  seen: instant.optional(),
  /** The passkey that opened it, if one did. */
  passkey: z.string().optional(),
})

const PasskeyEntry = z.object({
  /** In which it signs in: those that the browser held when it was made. */
  capacities: z.array(z.string()),
  /** What its person calls it. */
  name: z.string(),
  /** The public key (COSE); it opens nothing. */
  key: z.string().regex(BASE64URL),
  /** What the device said last of how often it was used; a copy would lag behind. */
  counter: z.number().int().min(0),
  /** How the device can be reached, such as `internal` or `usb`. */
  transports: z.array(z.enum(TRANSPORTS)),
  /** The name of the account on the device: says nothing of its person. */
  user: z.string().regex(BASE64URL),
  made: instant,
  used: instant.nullable(),
})

const SignerEntry = z.object({
  capacity: z.string(),
  /** The public key (SubjectPublicKeyInfo); it opens nothing. */
  spki: z.string().regex(BASE64URL),
  transports: z.array(z.enum(TRANSPORTS)),
  nonce: z.string().regex(NONCE),
  made: instant,
  /** By whom of the secretariat; null while it waits. */
  confirmed: z.object({ by: z.string(), at: instant }).nullable(),
})

const GroupEntry = z.object({
  alpha2: z.string().nullable(),
  names: z.record(z.string(), z.string()),
  members: z.array(z.string().regex(DELEGATION_CODE)),
  dissolved: instant.optional(),
})

export const RegisterValue = z.object({
  format: z.literal('paraph-register/1'),
  /** Whether the meeting was opened as a demonstration; null before it was opened. Stays for good. */
  demonstration: z.boolean().nullable(),
  capacities: z.record(z.string(), CapacityEntry),
  codes: z.record(hash, CodeEntry),
  sessions: z.record(hash, SessionEntry),
  /** By the credential's id. Registers of the first release have none. */
  passkeys: z.record(z.string().regex(CREDENTIAL_ID), PasskeyEntry).default({}),
  /** Keys that endorse, by the credential's id. Registers of earlier releases have none. */
  signers: z.record(z.string().regex(CREDENTIAL_ID), SignerEntry).default({}),
  /** Delegations that act together, by the group's code. Registers of the first release have none. */
  groups: z.record(z.string().regex(DELEGATION_CODE), GroupEntry).default({}),
})

export type RegisterValue = Immutable<z.infer<typeof RegisterValue>>
export type CapacityEntry = RegisterValue['capacities'][string]
export type CodeEntry = RegisterValue['codes'][string]
export type SessionEntry = RegisterValue['sessions'][string]
export type GroupEntry = RegisterValue['groups'][string]
export type PasskeyEntry = RegisterValue['passkeys'][string]
export type SignerEntry = RegisterValue['signers'][string]

export const EMPTY: RegisterValue = {
  format: 'paraph-register/1',
  demonstration: null,
  capacities: {},
  codes: {},
  sessions: {},
  passkeys: {},
  signers: {},
  groups: {},
}

/** The same value with one entry put in. */
export const put = <T>(entries: Entries<T>, key: string, entry: T): Entries<T> => ({
  ...entries,
  [key]: entry,
})

/** The same value with the entries that `keep` keeps. */
export const only = <T>(entries: Entries<T>, keep: (entry: T, key: string) => boolean): Entries<T> =>
  Object.fromEntries(Object.entries(entries).filter(([key, entry]) => keep(entry, key)))

export const get = <T>(entries: Entries<T>, key: string): T | undefined =>
  Object.hasOwn(entries, key) ? entries[key] : undefined

type Entries<T> = Readonly<{ [key: string]: T }>
type Immutable<T> = T extends object ? { readonly [key in keyof T]: Immutable<T[key]> } : T
