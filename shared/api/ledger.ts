import type { Act } from '../act.ts'
import type { Sha256 } from '../ids.ts'

/** `GET /api/declarations/<id>/acts?as=`: the public acts, oldest first. */
export interface ActsAnswer {
  readonly acts: readonly Act[]
}

/** `GET /api/declarations/<id>/ledger?as=`: the head of the ledger, signed. */
export interface LedgerAnswer {
  /** A signed note: `readHead` and `openNote` in `signed-note.ts` read it. */
  readonly checkpoint: string
  /** By which it is checked: `readKey`. */
  readonly key: string
}

/** `GET /api/declarations/<id>/ledger/proof/<act>?as=`: that the act stands in the ledger. */
export interface InclusionProof extends LedgerAnswer {
  readonly act: number
  /** The act's place in the ledger, from 0: its number, where no internal act came before it. */
  readonly index: number
  /** Rule V2: the root of the ledger before it. */
  readonly before: Sha256
  readonly leaf: Sha256
  readonly path: readonly Sha256[]
}

/** `GET /api/declarations/<id>/ledger/consistency?from=&to=&as=`: that a later head holds all of an earlier one. */
export interface ConsistencyProof {
  readonly from: number
  readonly to: number
  readonly path: readonly Sha256[]
}
