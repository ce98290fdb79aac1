import type { Step } from '../../shared/act.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Command, Performed } from '../../shared/command.ts'
import type { Signatory } from '../../shared/endorsement.ts'
import type { Instant } from '../../shared/ids.ts'
import type { Record } from '../../shared/record.ts'
import type { State } from './state.ts'

/** What a command comes to: a step to take, or nothing where it was so already. */
export interface Deed {
  readonly step: Step | null
  /** Taken before it, in the same turn: a version of what it is about to change. */
  readonly first?: Step
  readonly engrossed?: Uint8Array
  readonly answer?: Omit<Performed, 'act'>
  /** Steps that this one brings about: taken right after it, in the same turn. */
  readonly following?: readonly Follow[]
}

export interface Follow {
  readonly step: Step
  readonly engrossed: Uint8Array | null
}

/** A command with everything that judging it needs. */
export interface Case<C extends Command['do'] = Command['do']> {
  readonly state: State
  readonly record: Record
  readonly command: Extract<Command, { do: C }>
  readonly by: Actor
  readonly at: Instant
  readonly aside: Aside
}

/** What stands outside the declaration when the command is given. */
export interface Aside {
  /** The public address. */
  readonly origin: string
  /** Those accredited to endorse, with the keys that the secretariat has confirmed. */
  readonly signatories: readonly Signatory[]
}

/** For whoever has nothing to publish. */
export const NOTHING_ASIDE: Aside = { origin: '', signatories: [] }
