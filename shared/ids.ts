/** Short names for the things of a negotiation. All of them are safe in a URL path and as a file name. */

/** `high-level-declaration-fr`: lower-case words joined by hyphens, at most 64 characters. */
export type DeclarationId = string
/** A block of the text: its title or one of its clauses. */
export type BlockId = string
export type DraftId = string
/** `FRA-2`: the sponsor's code and its running number, in order of tabling. Never reused. */
export type AmendmentId = string
export type ThreadId = string
/** `m57-1`: the first move written with pen 57. */
export type MoveKey = string
export type NoteId = string
/** `p1`: a signed paper, in order of recording. */
export type PaperId = string
export type CapacityId = string
/** ISO 3166-1 alpha-3 code of a State, a group's code such as `EU` or `G77`, `SEC` for the secretariat, `CHR` for the chair. */
export type DelegationCode = string

/**
 * A Yjs client id that the server gave out for one purpose (rule P2): to one person for one draft in one tab,
 * to one engrossed wording, or to itself at each start. Pens count up from 1 and are never given twice.
 */
export type Pen = number

/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Sha256 = string
/** ISO 8601 instant in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string

/** What is found by its id. */
export type ById<T> = Readonly<{ [id: string]: T }>

export const DECLARATION_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** No name that every object has: a record is looked up by these. */
export const BLOCK_ID =
  /^(?!__|(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)[\w-]{1,40}$/
export const DRAFT_ID = /^d[1-9]\d{0,8}$/
export const AMENDMENT_ID = /^[A-Z][A-Z0-9]{1,5}-[1-9]\d{0,5}$/
export const MOVE_KEY = /^m([1-9]\d{0,15})-([1-9]\d{0,5})$/
export const THREAD_ID = /^t[1-9]\d{0,8}$/
export const PAPER_ID = /^p[1-9]\d{0,5}$/
export const NOTE_ID = /^n[1-9]\d{0,8}$/
export const DELEGATION_CODE = /^[A-Z][A-Z0-9]{1,5}$/
export const SHA256 = /^[0-9a-f]{64}$/

export const BASE64URL = /^[\w-]+$/
export const CAPACITY_ID = /^[\w-]{1,40}$/
/** 128 bits in base64url. */
export const NONCE = /^[\w-]{22}$/
/** A passkey's name, which its device chose: from 16 to 1,023 bytes, in base64url. */
export const CREDENTIAL_ID = /^[\w-]{22,1364}$/

export const SECRETARIAT: DelegationCode = 'SEC'
export const CHAIR: DelegationCode = 'CHR'
