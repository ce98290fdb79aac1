import type { Load, Outcome } from './load.ts'
import type { Subject } from './subject.ts'
import { holds, step } from './sustained.ts'

/** Part b: the same load on each server, below what most of them reach. */
export interface Equal {
  readonly subject: string
  readonly people: number
  readonly rate: number
  readonly outcome: Outcome
  readonly holds: boolean
}

export async function equal(subject: Subject, people: number, load: Load): Promise<Equal> {
  const outcome = await step(subject, people, load)
  return { subject: subject.name, people, rate: load.rate, outcome, holds: holds(outcome) }
}
