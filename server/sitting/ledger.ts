import type { ConsistencyProof, InclusionProof } from '../../shared/api.ts'
import type { Sha256 } from '../../shared/ids.ts'
import type { Tree } from '../../shared/ledger.ts'
import type { Record } from '../../shared/record.ts'
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
