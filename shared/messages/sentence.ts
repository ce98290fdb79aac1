import type { Refusal, RefusalCode } from '../refusal.ts'

/** What a person may be told instead of an answer: a refusal of the server, or that it could not be reached. */
export type FailureCode = RefusalCode | 'network'

type Facts = NonNullable<Refusal['about']>
type Sentence = string | ((about: Facts) => string)

/** A sentence that helps, for every code. */
export type Sentences = Readonly<Record<FailureCode, Sentence>>

export const speaking =
  (sentences: Sentences) =>
  (code: FailureCode, about: Facts = {}): string => {
    const sentence = sentences[code] ?? sentences['server/fault']
    return typeof sentence === 'string' ? sentence : sentence(about)
  }
