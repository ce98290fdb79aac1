import type { ConsistencyProof } from '../../shared/api.ts'
import { type Checkpoint, openCheckpoint } from '../../shared/checkpoint.ts'
import type { DeclarationId } from '../../shared/ids.ts'
import { isContinued } from '../../shared/ledger.ts'
import { fingerprintOf } from '../../shared/signed-note.ts'
import type { Answer } from '../api/api.ts'
import { type Failure, isFailure } from '../api/failure.ts'
import type { Contradiction, Seen, Way } from './seen.ts'

/** What comes of comparing what the server shows with what this browser saw before. */
export type Finding =
  | { readonly is: 'agrees'; readonly before: Seen | null; readonly shown: Seen }
  | { readonly is: 'contradicts'; readonly contradiction: Contradiction }
  /** The proof could not be had: nothing is known yet. `shown` is null where the server showed nothing at all. */
  | { readonly is: 'unproved'; readonly failure: Failure; readonly shown: Seen | null }

/** Asks the server to prove that the later of two heads holds all that the earlier one held. */
export type AskProof = (from: number, to: number) => Promise<Answer<ConsistencyProof>>

/**
 * Rule V3, watched from outside: a history that was seen is in every later one, under the same key. Nothing that the
 * server says is taken on trust but the first checkpoint of all.
 */
export async function compare(
  declaration: DeclarationId,
  before: Seen | null,
  shown: Seen,
  askProof: AskProof,
): Promise<Finding> {
  const contradicts = (way: Way): Finding => ({ is: 'contradicts', contradiction: { way, before, shown } })
  const now = openCheckpoint(shown)
  if (!now || !isOf(declaration, now)) return contradicts('unsigned')
  const then = before && openCheckpoint(before)
  if (!then) return { is: 'agrees', before: null, shown }
  // By its bytes: a server that is reached under another name signs in that name, with the same key.
  if (fingerprintOf(then.key) !== fingerprintOf(now.key)) return contradicts('other key')
  if (now.head.size < then.head.size) return contradicts('shorter')
  const proof = now.head.size === then.head.size ? NO_PROOF : await askProof(then.head.size, now.head.size)
  if (isFailure(proof)) return { is: 'unproved', failure: proof, shown }
  const holds = Array.isArray(proof.path) && isContinued({ from: then.head, to: now.head, path: proof.path })
  return holds ? { is: 'agrees', before, shown } : contradicts('rewritten')
}

const NO_PROOF: Pick<ConsistencyProof, 'path'> = { path: [] }

const isOf = (declaration: DeclarationId, { head }: Checkpoint): boolean =>
  head.origin.endsWith(`/declarations/${declaration}`)
