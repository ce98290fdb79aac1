import type { FailureCode } from '../../shared/messages/sentence.ts'
import type { Refusal } from '../../shared/refusal.ts'

/** Why there is no answer. Reads like a refusal, and knows one more code: `network`. */
export interface Failure {
  readonly refused: FailureCode
  /** The server's own words, for a log; a person reads the catalogue's sentence. */
  readonly detail: string
  readonly about?: NonNullable<Refusal['about']>
}

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'refused' in value
