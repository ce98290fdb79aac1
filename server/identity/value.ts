import { z } from 'zod'
import { DELEGATION_CODE, SHA256 } from '../../shared/ids.ts'
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
})

export const RegisterValue = z.object({
  format: z.literal('paraph-register/1'),
  /** Whether the meeting was opened as a demonstration; null before it was opened. Stays for good. */
  demonstration: z.boolean().nullable(),
  capacities: z.record(z.string(), CapacityEntry),
  codes: z.record(hash, CodeEntry),
  sessions: z.record(hash, SessionEntry),
})

export type RegisterValue = Immutable<z.infer<typeof RegisterValue>>
export type CapacityEntry = RegisterValue['capacities'][string]
export type CodeEntry = RegisterValue['codes'][string]
export type SessionEntry = RegisterValue['sessions'][string]

export const EMPTY: RegisterValue = {
  format: 'paraph-register/1',
  demonstration: null,
  capacities: {},
  codes: {},
  sessions: {},
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
