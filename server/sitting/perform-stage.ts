import { finalVersion, type Record } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { NEXT_STAGES } from '../../shared/stage.ts'
import type { Case, Deed } from './deed.ts'
import { automatic, headOf, isTaken } from './perform-version.ts'

/**
 * Moving to `final` issues the version that ministers endorse; before any other stage the text is frozen as the old one
 * leaves it. After the final version there is nothing left to freeze: no word can have changed (rule E2).
 */
export function move({ state, record, command, by, at }: Case<'stage.move'>): Deed | Refusal {
  const { to } = command
  const from = record.stage
  if (!NEXT_STAGES[from].includes(to)) return refuse('stage/not-next', { from, to })
  if (to !== 'final') {
    const version = finalVersion(record) ? null : automatic({ state, record, by, at }, 'stage')
    return { step: { kind: 'stage moved', from, to, version } }
  }
  const symbol = finalSymbol(record)
  const version = headOf({ state, record, by, at }, { symbol, note: '', stage: to, final: true })
  return { step: { kind: 'stage moved', from, to, version }, answer: { version: version.number } }
}

/** `A/CONF.2009/L.1`, a limited draft, becomes `A/CONF.2009/1` when it is final. */
export function finalSymbol(record: Record): string {
  const plain = record.declaration.symbol.replace('/L.', '/')
  return isTaken(record, plain) ? `${record.declaration.symbol}/Final` : plain
}
