/**
 * An expected refusal is a value, not an exception. The code is stable and part of the outside contract; the
 * sentence that a person reads is made from the code by the message catalogues.
 */
export interface Refusal {
  readonly refused: RefusalCode
  /** Facts that the sentence needs, such as the stage or the limit. */
  readonly about?: Readonly<Record<string, string | number>>
}

/** Every code, with the HTTP status that carries it. */
export const REFUSALS = {
  'request/malformed': 400,
  'request/invalid': 422,
  'request/too-large': 413,
  'request/too-many': 429,
  'request/not-found': 404,
  'request/method': 405,
  'request/foreign-origin': 403,
  'session/none': 401,
  'session/capacity-not-held': 403,
  'code/unknown': 404,
  'code/used': 410,
  'code/expired': 410,
  'passkey/unknown': 404,
  'passkey/not-proved': 403,
  'passkey/expired': 410,
  'passkey/too-many': 409,
  'capacity/revoked': 403,
  'capacity/not-yet': 403,
  'capacity/expired': 403,
  'policy/role': 403,
  'policy/stage': 409,
  'declaration/unknown': 404,
  'declaration/exists': 409,
  'draft/unknown': 404,
  'draft/not-a-member': 403,
  'draft/too-many': 409,
  'draft/empty': 409,
  'draft/behind': 409,
  'amendment/unknown': 404,
  'amendment/not-yours': 403,
  'amendment/not-pending': 409,
  'amendment/overtaken': 409,
  'amendment/other-wording': 409,
  'amendment/same-words': 409,
  'amendment/own': 409,
  'amendment/not-withdrawn': 409,
  'amendment/taken-up': 409,
  'amendment/carried': 409,
  'amendment/not-rivals': 409,
  'compromise/parents': 409,
  'compromise/not-asked': 403,
  'group/unknown': 404,
  'group/not-a-member': 403,
  'group/code-taken': 409,
  'group/not-involved': 409,
  'amendment/sub': 409,
  'amendment/no-sub': 409,
  'amendment/sub-first': 409,
  'amendment/base-replaced': 409,
  'thread/unknown': 404,
  'thread/resolved': 409,
  'note/unknown': 404,
  'note/too-many': 409,
  'clause/unknown': 404,
  'clause/not-awaited': 409,
  'clause/other-words': 409,
  'act/unknown': 404,
  'ledger/size': 404,
  'version/unknown': 404,
  'version/symbol-taken': 409,
  'stage/not-next': 409,
  'silence/deadline': 422,
  'silence/words-moved': 409,
  'silence/other-version': 409,
  'delegation/unknown': 404,
  'endorsement/other-text': 409,
  'endorsement/already': 409,
  'endorsement/not-open': 409,
  'endorsement/open': 409,
  'endorsement/closed': 409,
  'endorsement/nobody-listed': 409,
  'endorsement/not-listed': 403,
  'endorsement/not-yours': 403,
  'endorsement/none': 409,
  'endorsement/expired': 410,
  'endorsement/replayed': 409,
  'signature/not-proved': 403,
  'signature/none-waiting': 409,
  'paper/unknown': 404,
  'paper/same-person': 403,
  'update/read-only': 403,
  'update/foreign-pen': 403,
  'update/pending': 422,
  'update/not-allowed': 422,
  'update/too-large': 413,
  'server/disk': 503,
  'server/stopping': 503,
  'server/fault': 500,
} as const

export type RefusalCode = keyof typeof REFUSALS

export const refuse = (refused: RefusalCode, about?: Refusal['about']): Refusal =>
  about ? { refused, about } : { refused }

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value
