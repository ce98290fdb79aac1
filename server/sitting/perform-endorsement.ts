import { ENDORSES, type Instrument, type Remark, WITHDRAWS } from '../../shared/endorsement.ts'
import type { Instant } from '../../shared/ids.ts'
import { openVersion, type Record, type VersionHead } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { endorsementOf } from '../../shared/roll.ts'
import type { Case, Deed } from './deed.ts'
import { isSigned } from './signature.ts'
import type { State } from './state.ts'

/** Rule E1: a signature over one exact text, for one State, in one capacity, with a key that was published for it. */
export function endorse(asked: Case<'text.endorse'>): Deed | Refusal {
  const { record, command } = asked
  const { instrument } = command.signed
  const version = toBeEndorsed(record, instrument.state)
  if (isRefusal(version)) return version
  const fault = faultOf(asked, version, ENDORSES) ?? remarksFault(asked.state, version, instrument.remarks)
  if (fault) return fault
  const { state, signatory, remarks } = instrument
  const facts = { state, version: version.number, hash: version.hash, ...signatory, remarks }
  const step = { kind: 'text endorsed' as const, ...facts, signed: command.signed, ...addendumOf(record) }
  return { step }
}

/** A State takes its endorsement back, by the same signature, as long as the declaration is not closed. */
export function withdrawEndorsement(asked: Case<'endorsement.withdraw'>): Deed | Refusal {
  const { record, command } = asked
  const { signed } = command
  const { state, withdraws } = signed.instrument
  const version = openVersion(record)
  if (!version) return refuse('endorsement/not-open')
  const taken = endorsementOf(record, state)
  if (!taken || taken.act !== withdraws) return refuse('endorsement/none')
  const fault = faultOf(asked, version, WITHDRAWS)
  return fault ?? { step: { kind: 'endorsement withdrawn', state, endorsement: taken.act, signed } }
}

/** The version that the State can endorse now. */
export function toBeEndorsed(record: Record, state: string): VersionHead | Refusal {
  const version = openVersion(record)
  if (!version) return refuse(record.stage === 'closed' ? 'endorsement/closed' : 'endorsement/not-open')
  const before = endorsementOf(record, state)
  return before ? refuse('endorsement/already', { state, name: before.name }) : version
}

/** Late ones say where they stand. */
export const addendumOf = ({ endorsing }: Record): { readonly addendum?: string } =>
  endorsing?.addendum ? { addendum: endorsing.addendum } : {}

/** A dissociation names clauses that stand in the text. */
export function remarksFault(state: State, { number }: VersionHead, all: readonly Remark[]): Refusal | null {
  const named = all.flatMap((remark) => (remark.kind === 'dissociation' ? remark.clauses : []))
  const labels = labelsIn(state.versions.get(number)?.words ?? '{"blocks":[]}')
  return named.every((label) => labels.has(label)) ? null : refuse('clause/unknown')
}

const labelsIn = (words: string): ReadonlySet<string> => {
  const { blocks } = JSON.parse(words) as { readonly blocks: readonly { readonly label: string }[] }
  return new Set(blocks.map(({ label }) => label).filter((label) => label !== ''))
}

type Signing = Case<'text.endorse'> | Case<'endorsement.withdraw'>

/** What keeps a signed instrument from the record, or null. */
function faultOf(asked: Signing, version: VersionHead, type: Instrument['type']): Refusal | null {
  const { record, state, command, by, at } = asked
  const { instrument, assertion } = command.signed
  const { endorsing, declaration } = record
  if (instrument.type !== type) return refuse('signature/not-proved')
  if (instrument.state !== by.delegation || instrument.capacity !== by.capacity)
    return refuse('endorsement/not-yours')
  const { number, symbol, hash } = version
  const isText = instrument.version === number && instrument.symbol === symbol && instrument.text === hash
  if (!isText || instrument.declaration !== declaration.id) return refuse('endorsement/other-text')
  const key = record.signatories[by.capacity]?.key
  if (!key || key.id !== assertion.credential) return refuse('endorsement/not-listed')
  if (isUsed(state, instrument)) return refuse('endorsement/replayed')
  if (!isOfNow(instrument.time, at) || !hasSeen(state, record, instrument.ledger))
    return refuse('endorsement/expired')
  const origin = endorsing?.origin ?? ''
  const isIts = instrument.origin === origin && isSigned(command.signed, key.spki, origin)
  return isIts ? null : refuse('signature/not-proved')
}

/** Signed so long ago, or so far ahead, it was not signed by somebody who looks at the page now. */
const TERM = 10 * 60 * 1000
const isOfNow = (time: Instant, now: Instant): boolean => Math.abs(Date.parse(now) - Date.parse(time)) <= TERM

/** The ledger that the signatory saw is ours, and holds the act that opened endorsement. */
function hasSeen(state: State, { endorsing }: Record, { size, root }: Instrument['ledger']): boolean {
  const tree = state.ledger()
  const opened = state.acts.findIndex(({ act }) => act === endorsing?.act)
  return size <= tree.size && size > opened && tree.root(size) === root
}

/** Whether an act of this declaration bears this very instrument, or one of the same nonce. */
const isUsed = ({ acts }: State, { nonce }: Instrument): boolean =>
  acts.some((act) => 'signed' in act && act.signed?.instrument.nonce === nonce)
