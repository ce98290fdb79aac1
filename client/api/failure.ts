import type { SaidCode } from '../../shared/messages/sentence.ts'
import type { Refusal } from '../../shared/refusal.ts'

/** Why there is no answer. Reads like a refusal, and knows more codes: `network`, and those of a device. */
export interface Failure<Code extends SaidCode = SaidCode> {
  readonly refused: Code
  /** The server's own words, for a log; a person reads the catalogue's sentence. */
  readonly detail: string
  readonly about?: NonNullable<Refusal['about']>
}

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'refused' in value
