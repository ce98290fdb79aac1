import type { Actor, Record, VersionHead } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { NEXT_STAGES, type Stage } from '../../shared/stage.ts'
import { versionHash } from '../../shared/version.ts'
import type { Case, Deed } from './deed.ts'
import type { State } from './state.ts'

/** Freezes the text as it stands under a symbol. */
export function issue({ state, record, command, by, at }: Case<'version.issue'>): Deed | Refusal {
  const { symbol, note } = command
  if (isTaken(record, symbol)) return refuse('version/symbol-taken', { symbol })
  const version = headOf({ state, record, by, at }, { symbol, note, stage: record.stage, final: false })
  return { step: { kind: 'version issued', version }, answer: { version: version.number } }
}

/** Moving to `final` issues the version that ministers endorse. */
export function move({ state, record, command, by, at }: Case<'stage.move'>): Deed | Refusal {
  const { to } = command
  const from = record.stage
  if (!NEXT_STAGES[from].includes(to)) return refuse('stage/not-next', { from, to })
  if (to !== 'final') return { step: { kind: 'stage moved', from, to, version: null } }
  const symbol = finalSymbol(record)
  const version = headOf({ state, record, by, at }, { symbol, note: '', stage: to, final: true })
  return { step: { kind: 'stage moved', from, to, version }, answer: { version: version.number } }
}

/** The head of the version that the text, as it stands, would be. */
export function headOf(
  { state, record, by, at }: { state: State; record: Record; by: Actor; at: string },
  given: { symbol: string; note: string; stage: Stage; final: boolean },
): VersionHead {
  const { words, state: exact } = state.freeze(record)
  const number = record.versions.length
  return { ...given, number, hash: versionHash(words), state: versionHash(exact), at, by }
}

/** `A/CONF.2009/L.1`, a limited draft, becomes `A/CONF.2009/1` when it is final. */
export function finalSymbol(record: Record): string {
  const plain = record.declaration.symbol.replace('/L.', '/')
  return isTaken(record, plain) ? `${record.declaration.symbol}/Final` : plain
}

export const isTaken = (record: Record, symbol: string): boolean =>
  record.versions.some((version) => version.symbol === symbol)
