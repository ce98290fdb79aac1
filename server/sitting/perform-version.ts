import type { Step } from '../../shared/act.ts'
import { isEmpty } from '../../shared/edits.ts'
import { asAmended, wordingHash } from '../../shared/engross.ts'
import { SECRETARIAT } from '../../shared/ids.ts'
import type { Record, VersionHead } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { restoring } from '../../shared/restoration.ts'
import { parseState, versionHash } from '../../shared/version.ts'
import type { Case, Deed } from './deed.ts'
import { engrossedFrom, nextAmendment } from './numbers.ts'
import type { State } from './state.ts'

type Circumstances = Pick<Case, 'state' | 'record' | 'by' | 'at'>

/** Freezes the text as it stands under a symbol. */
export function issue({ state, record, command, by, at }: Case<'version.issue'>): Deed | Refusal {
  const { symbol, note } = command
  if (isTaken(record, symbol)) return refuse('version/symbol-taken', { symbol })
  const version = headOf({ state, record, by, at }, { symbol, note, stage: record.stage, final: false })
  return { step: { kind: 'version issued', version }, answer: { version: version.number } }
}

/**
 * The words of an earlier version again: a new act, which erases nothing. It enters the text like any amendment, as one
 * of the secretariat's, and takes out what came since under its own name.
 */
export function restore({ state, record, command }: Case<'version.restore'>): Deed | Refusal {
  const { version, note } = command
  const frozen = state.version(version)
  if (isRefusal(frozen)) return frozen
  const back = restoring(state.text, parseState(frozen.state))
  if (isEmpty(back)) return refuse('version/same-words', { symbol: frozen.head.symbol })
  const { edits, pen, engrossed } = engrossedFrom(state, state.text, back)
  mustRead(state, record, engrossed, frozen.words)
  const amendment = nextAmendment(record, SECRETARIAT)
  const step: Step = {
    kind: 'text restored',
    ...{ amendment, version, wording: wordingHash(edits), edits, pen, note, labels: {} },
  }
  return { step, engrossed, answer: { amendment } }
}

/** What was frozen is what comes back, clause by clause: clauses that came since are struck, and stand empty. */
function mustRead(state: State, record: Record, engrossed: Uint8Array, words: string): void {
  const restored = state.freeze(record, asAmended(state.text, [engrossed]))
  if (restored.words !== words) throw new Error('the text restored would not be that of the version')
}

/** Decisions that follow each other within this time are one batch. */
const BATCH = 10 * 60_000

const DECISIONS: ReadonlySet<Step['kind']> = new Set<Step['kind']>([
  'amendment accepted',
  'amendment rejected',
  'consolidation adopted',
  'text restored',
])

/** What is taken into the words of another amendment changes no text, and is no decision on it. */
const isDecision = (step: Step): boolean => DECISIONS.has(step.kind) && !('parent' in step && step.parent)

/**
 * What is frozen before a batch of decisions begins, so that it can be looked at again and gone back to. Nothing where
 * the step is no decision, goes on with a batch, or finds the text as the last version has it.
 */
export function versionBefore(step: Step, around: Circumstances): Step | null {
  const { state, record, at } = around
  if (!isDecision(step)) return null
  const last = state.acts.findLast(isDecision)
  if (last && Date.parse(at) - Date.parse(last.at) < BATCH) return null
  const version = automatic(around, 'decisions')
  return record.versions.at(-1)?.state === version.state ? null : { kind: 'version issued', version }
}

/** The version that nobody issues: what it was frozen before stands in its head. */
export function automatic(around: Circumstances, before: NonNullable<VersionHead['automatic']>): VersionHead {
  const { record } = around
  const head = { symbol: automaticSymbol(record), note: '', stage: record.stage, final: false }
  return { ...headOf(around, head), automatic: before }
}

/** No symbol of a document: it names a place in the record, and can't be taken for something that was circulated. */
function automaticSymbol(record: Record): string {
  const root = record.declaration.symbol
  let number = record.versions.filter((it) => it.automatic).length + 1
  while (isTaken(record, `${root}/Auto.${number}`)) number++
  return `${root}/Auto.${number}`
}

/** The head of the version that the text, as it stands, would be. */
export function headOf(
  { state, record, by, at }: Circumstances,
  given: Pick<VersionHead, 'symbol' | 'note' | 'stage' | 'final'>,
): VersionHead {
  const { words, state: exact } = state.freeze(record)
  const number = record.versions.length
  return { ...given, number, hash: versionHash(words), state: versionHash(exact), at, by }
}

export const isTaken = (record: Record, symbol: string): boolean =>
  record.versions.some((version) => version.symbol === symbol)
