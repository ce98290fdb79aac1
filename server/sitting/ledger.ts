import type { ConsistencyProof, InclusionProof } from '../../shared/api.ts'
import type { Certificate } from '../../shared/certificate.ts'
import { canonical } from '../../shared/hash.ts'
import type { DelegationCode, Sha256 } from '../../shared/ids.ts'
import type { Tree } from '../../shared/ledger.ts'
import { finalVersion, type Record } from '../../shared/record.ts'
import type { RecordFile } from '../../shared/record-file.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { State } from './state.ts'

/** What a declaration's ledger says at one moment, still without a seal. */
export interface Ledger {
  head(): LedgerHead
  /** That an act stands in the ledger as it is now. */
  proof(act: number): Omit<InclusionProof, 'checkpoint' | 'key'> | Refusal
  /** That its first `to` acts (null: all) begin with its first `from`. */
  consistency(from: number, to: number | null): ConsistencyProof | Refusal
  file(): Omit<RecordFile, 'checkpoint' | 'key'>
  /** What a certificate has of the declaration. */
  certificate(): Certified | Refusal
}

export interface Certified extends Pick<Certificate, 'declaration' | 'symbol' | 'words' | 'before' | 'acts'> {
  readonly head: LedgerHead
  readonly endorsing: readonly DelegationCode[]
  /** Whether the secretariat has published it. */
  readonly isPublic: boolean
}

export interface LedgerHead {
  readonly size: number
  readonly root: Sha256
}

export function ledgerOf(record: Record, state: State): Ledger {
  const tree = state.ledger()
  return {
    head: () => ({ size: tree.size, root: tree.root() }),
    proof: (act) => proofOf(tree, state, act),
    consistency: (from, to) => consistencyOf(tree, from, to ?? tree.size),
    file: () => ({
      format: 'paraph-record/1',
      declaration: record.declaration.id,
      acts: state.acts.map((act, index) => ({ before: tree.root(index), act })),
      versions: [...state.versions].map(([number, { words, state: exact }]) => ({
        ...{ number, words, state: exact },
      })),
      endorsements: record.endorsements,
    }),
    certificate: () => certificateOf(record, state, tree),
  }
}

function proofOf(tree: Tree, { acts }: State, number: number): ReturnType<Ledger['proof']> {
  const index = acts.findIndex(({ act }) => act === number)
  if (index < 0) return refuse('act/unknown')
  return {
    act: number,
    index,
    before: tree.root(index),
    leaf: tree.leaf(index),
    path: tree.inclusion(index),
  }
}

function consistencyOf(tree: Tree, from: number, to: number): ConsistencyProof | Refusal {
  if (to > tree.size || from > to) return refuse('ledger/size', { size: tree.size })
  return { from, to, path: tree.consistency(from, to) }
}

/** From the act that made the text final on: what the room said before is its own. */
function certificateOf(record: Record, { acts, versions }: State, tree: Tree): Certified | Refusal {
  const version = finalVersion(record)
  const words = version && versions.get(version.number)?.words
  const size = acts.findIndex((it) => 'version' in it && typeof it.version === 'object' && it.version?.final)
  if (!version || words === null || words === undefined || size < 0) return refuse('version/unknown')
  return {
    declaration: record.declaration.id,
    symbol: version.symbol,
    words,
    before: { size, peaks: tree.peaks(size) },
    acts: acts.slice(size).map(canonical),
    head: { size: tree.size, root: tree.root() },
    endorsing: record.endorsements.map(({ state }) => state),
    isPublic: record.isPublic ?? false,
  }
}
