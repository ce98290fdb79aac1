import type { Act } from './act.ts'
import type { DeclarationId, Sha256 } from './ids.ts'
import type { Endorsement } from './roll.ts'

/**
 * `GET /api/declarations/<id>/record?as=`: all that is needed to check a declaration without the server, in one file.
 * docs/record-format.md says how; verify/paraph-verify.mjs does it.
 */
export interface RecordFile {
  readonly format: 'paraph-record/1'
  readonly declaration: DeclarationId
  /** The signed head of the ledger over exactly these acts. */
  readonly checkpoint: string
  /** By which it is checked. Whoever made up the file could make up this too: compare its fingerprint. */
  readonly key: string
  /** The public acts, oldest first. */
  readonly acts: readonly RecordedAct[]
  /** By number. */
  readonly versions: readonly RecordedVersion[]
  /** The roll, as the acts give it. */
  readonly endorsements: readonly Endorsement[]
}

export interface RecordedAct {
  /** Rule V2: the root of the ledger before this act. Derived; the journal needn't hold it. */
  readonly before: Sha256
  readonly act: Act
}

export interface RecordedVersion {
  readonly number: number
  /** As in `VersionAnswer`. */
  readonly words: string
  readonly state: string
}
