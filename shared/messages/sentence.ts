import type { Refusal, RefusalCode } from '../refusal.ts'

/** Why a device has neither made nor used a passkey. */
type DeviceCode = 'device/dropped' | 'device/has-one' | 'device/elsewhere'

/** Why a request has no answer: a refusal of the server, or that it could not be reached. */
export type FailureCode = RefusalCode | 'network'
/** What a person may be told instead of an answer, by the server or by their own device. */
export type SaidCode = FailureCode | DeviceCode

type Facts = NonNullable<Refusal['about']>
type Sentence = string | ((about: Facts) => string)

/** A sentence that helps, for every code. */
export type Sentences = Readonly<Record<SaidCode, Sentence>>

export const speaking =
  (sentences: Sentences) =>
  (code: SaidCode, about: Facts = {}): string => {
    const sentence = sentences[code] ?? sentences['server/fault']
    return typeof sentence === 'string' ? sentence : sentence(about)
  }
