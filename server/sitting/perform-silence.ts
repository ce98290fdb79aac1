import type { Step } from '../../shared/act.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Instant } from '../../shared/ids.ts'
import type { Record, VersionHead } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { isAhead, isDue, type Silence, usualDeadline } from '../../shared/silence.ts'
import { versionHash } from '../../shared/version.ts'
import type { Case, Deed } from './deed.ts'
import { finalSymbol } from './perform-stage.ts'
import { headOf, isTaken } from './perform-version.ts'
import type { State } from './state.ts'

/** Freezes the text under a symbol, or puts the last version before the delegations where its words still stand. */
export function openSilence({ state, record, command, by, at }: Case<'silence.open'>): Deed | Refusal {
  const { symbol, note } = command
  const deadline = command.deadline ?? usualDeadline(at)
  if (!isAhead(deadline, at)) return refuse('silence/deadline')
  const step = { kind: 'silence opened' as const, deadline, note }
  if (symbol === null) {
    const last = record.versions.findLast((it) => !it.automatic)
    if (last?.state !== versionHash(state.freeze(record).state)) return refuse('silence/words-moved')
    const { number } = last
    return { step: { ...step, frozen: number, version: null }, answer: { version: number } }
  }
  if (isTaken(record, symbol)) return refuse('version/symbol-taken', { symbol })
  const version = headOf({ state, record, by, at }, { symbol, note, stage: 'silence', final: false })
  return { step: { ...step, frozen: version.number, version }, answer: { version: version.number } }
}

/** A receipt for each delegation, when it opens the frozen text for the first time. */
export function see({ record, command, by }: Case<'silence.see'>): Deed | Refusal {
  const { delegation } = by
  const silence = running(record, command)
  if (isRefusal(silence)) return silence
  if (delegation === null) return refuse('policy/role', { role: by.role })
  return { step: record.receipts?.[delegation] ? null : { kind: 'silence seen', delegation } }
}

export function breakSilence({ record, command, by }: Case<'silence.break'>): Deed | Refusal {
  const { delegation } = by
  const silence = running(record, command)
  if (isRefusal(silence)) return silence
  if (delegation === null) return refuse('policy/role', { role: by.role })
  return { step: { kind: 'silence broken', delegation, reason: command.reason } }
}

/** Later than it would end: a deadline that was given is never taken back. */
export function extend({ record, command, at }: Case<'silence.extend'>): Deed | Refusal {
  const { deadline, reason } = command
  const silence = running(record, command)
  if (isRefusal(silence)) return silence
  const isLater = Date.parse(deadline) > Date.parse(silence.deadline)
  if (!isLater || !isAhead(deadline, at)) return refuse('silence/deadline')
  return { step: { kind: 'silence extended', deadline, reason } }
}

export function cancel({ record, command }: Case<'silence.cancel'>): Deed | Refusal {
  const silence = running(record, command)
  return isRefusal(silence) ? silence : { step: { kind: 'silence cancelled', reason: command.reason } }
}

/** The one that the person has read: in the meantime it may have ended, and another begun. */
const running = ({ silence }: Record, { version }: { readonly version: number }): Silence | Refusal =>
  silence?.version === version ? silence : refuse('silence/other-version')

/** A step that nobody takes: it is in the name of another, and dated otherwise than when it was taken. */
export interface Adoption {
  readonly step: Step
  readonly by: Actor
  readonly at: Instant
}

/**
 * Rule S1: where nobody broke the silence, the text is adopted at the deadline, whenever the server comes to record
 * it; `now` is when it does. Null while the silence lasts, and where none runs.
 */
export function adoption(state: State, record: Record, now: Instant): Adoption | null {
  const { silence } = record
  if (!silence || !isDue(silence, now)) return null
  const { version: frozen, deadline: at } = silence
  const by = silence.extensions.at(-1)?.by ?? silence.by
  const given = { symbol: finalSymbol(record), note: '', stage: 'final' as const, final: true }
  const version: VersionHead = headOf({ state, record, by, at }, given)
  return { step: { kind: 'text adopted', frozen, version, recorded: now }, by, at }
}
