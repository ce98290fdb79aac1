import type { Act } from './act.ts'
import type { Certificate } from './certificate.ts'
import type { Signatory } from './endorsement.ts'
import { type FrozenBlock, wordsIn } from './frozen-words.ts'
import { canonical, sha256Of } from './hash.ts'
import type { CapacityId, DeclarationId, DelegationCode } from './ids.ts'
import { wordsLaid } from './language-version.ts'
import type { VersionHead } from './record.ts'
import type { Endorsement, Withdrawal } from './roll.ts'

/** What the acts of a certificate come to. */
export interface Certified {
  /** The version that was made final. */
  readonly version: VersionHead | null
  /** Whether the words have the hash that the first act gave them. */
  readonly isTextRight: boolean
  /** The canonical words of the text as it was laid in other languages, in the order of their codes. */
  readonly languages: readonly string[]
  /** Those in force, in the order in which they were made. */
  readonly endorsements: readonly Endorsement[]
  readonly withdrawals: readonly Withdrawal[]
  /** The public key that was published for whoever signed for the State, at that moment. */
  readonly keys: ReadonlyMap<DelegationCode, string>
  /** The first thing that is not as it has to be: a State, or the number of an act; null where all is. */
  readonly fault: string | null
}

type Endorsed = Extract<Act, { kind: 'text endorsed' }>

/** Reads the acts as they were signed: whatever doesn't fit is a fault, and is never shown as right. */
export function certifiedBy({ declaration, words, acts, rolls }: Certificate): Certified {
  const all = acts.map((it) => JSON.parse(it) as Act)
  const version = finalIn(all[0])
  const inForce = new Map<DelegationCode, Endorsed>()
  const listed = new Map<CapacityId, Signatory>()
  const keys = new Map<DelegationCode, string>()
  const withdrawals: Withdrawal[] = []
  const languages = new Map<string, string>()
  let isOpened = false
  let fault = version === null ? '0' : null
  for (const [place, act] of all.entries()) {
    if (place > 0 && act.act <= (all[place - 1]?.act ?? 0)) fault ??= String(act.act)
    if (act.kind === 'endorsement opened') isOpened = true
    if (act.kind === 'language version laid') {
      languages.set(act.language, wordsLaid(declaration, act))
      if (isOpened || !isBeside(declaration, act, words, version)) fault ??= String(act.act)
    }
    if (act.kind === 'signatories listed') {
      for (const capacity of act.struck) listed.delete(capacity)
      for (const signatory of act.signatories) listed.set(signatory.capacity, signatory)
    }
    if (act.kind === 'endorsement withdrawn') {
      const endorsed = inForce.get(act.state)
      if (endorsed) withdrawals.push({ endorsement: factsOf(endorsed), at: act.at, by: act.by, act: act.act })
      if (!inForce.delete(act.state)) fault ??= act.state
    }
    if (act.kind !== 'text endorsed') continue
    if (inForce.has(act.state) || !isFor(act, version)) fault ??= act.state
    inForce.set(act.state, act)
    keys.set(act.state, keyFor(act, listed) ?? '')
  }
  const states = [...inForce.keys()].sort()
  for (const roll of Object.values(rolls)) fault ??= differing(states, roll.map(([state]) => state).sort())
  return {
    version,
    isTextRight: version !== null && sha256Of(words) === version.hash,
    languages: [...languages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, laid]) => laid),
    endorsements: [...inForce.values()].map(factsOf),
    withdrawals,
    keys,
    fault,
  }
}

const factsOf = ({ kind: _, ...facts }: Endorsed): Endorsement => facts

/** Whichever act makes a text final: one of the secretariat, or the end of a silence procedure. */
function finalIn(act: Act | undefined): VersionHead | null {
  const version = act && 'version' in act ? act.version : null
  return typeof version === 'object' && version?.final ? version : null
}

/** Clause by clause beside the final text, with the words of its hash. */
function isBeside(
  declaration: DeclarationId,
  act: Extract<Act, { kind: 'language version laid' }>,
  words: string,
  final: VersionHead | null,
): boolean {
  const clauses = (blocks: readonly FrozenBlock[]) =>
    canonical(blocks.map(({ kind, label }) => [kind, label]))
  const isIts = act.hash === final?.hash && sha256Of(wordsLaid(declaration, act)) === act.words
  return isIts && clauses(act.lines) === clauses(wordsIn(words).blocks)
}

/** For these words, in the name of its own State, and what was signed says the same. */
function isFor(
  { state, version, hash, name, title, remarks, signed, paper, by }: Endorsed,
  final: VersionHead | null,
) {
  if (version !== final?.number || hash !== final.hash) return false
  if (!paper && (by.role !== 'signatory' || by.delegation !== state)) return false
  if (!signed) return true
  const { instrument } = signed
  const said = [
    instrument.state,
    instrument.version,
    instrument.text,
    instrument.signatory,
    instrument.remarks,
  ]
  return canonical(said) === canonical([state, version, hash, { name, title }, remarks ?? []])
}

const keyFor = (
  { signed, state }: Endorsed,
  listed: ReadonlyMap<CapacityId, Signatory>,
): string | undefined => {
  const signatory = signed && listed.get(signed.instrument.capacity)
  const isTheirs = signatory?.state === state && signatory.key?.id === signed?.assertion.credential
  return isTheirs ? signatory?.key?.spki : undefined
}

/** The first that one list has and the other has not. */
function differing(one: readonly string[], other: readonly string[]): string | null {
  const at = one.findIndex((state, place) => state !== other[place])
  if (at >= 0) return one[at] ?? null
  return other[one.length] ?? null
}
