import type { Act } from '../../shared/act.ts'
import type { CapacityId, DeclarationId, DraftId, Pen } from '../../shared/ids.ts'

/** What the server needs of a store. Rule J1 rests on `append` and `save`: when they resolve, it is on disk. */
export interface Archive {
  /** In no particular order. */
  declarations(): Promise<readonly DeclarationId[]>
  /** Opens the journal of a declaration, or begins one. At most one is open for a declaration at a time. */
  journal(declaration: DeclarationId): Promise<Journal>
  readonly register: RegisterStore
  close(): Promise<void>
}

export interface Journal {
  /** What stood in the journal when it was opened, oldest first. May be read once. */
  entries(): AsyncIterable<Entry>
  /** Durable when it resolves; rejects with nothing promised when the disk fails, and then stays closed. */
  append(entry: Entry): Promise<void>
  close(): Promise<void>
}

/**
 * What happened in one tick, all of it or nothing: an act and the updates that it made are one entry. Formats
 * that were ever written open for ever (rule J4).
 */
export interface Entry {
  readonly pens: readonly PenEntry[]
  readonly steps: readonly StepEntry[]
  /** The update of the declaration's document, live mirror included; null where it did not change. */
  readonly hall: Uint8Array | null
}

/** A pen given out; `holder` null: to the server itself, or for an engrossed wording. */
export interface PenEntry {
  readonly pen: Pen
  readonly draft: DraftId | null
  readonly holder: CapacityId | null
}

/** In the order in which they came: acts, with the engrossed wording that they bring, and the drafts' own updates. */
export type StepEntry =
  | { readonly act: Act; readonly engrossed: Uint8Array | null }
  | { readonly draft: DraftId; readonly update: Uint8Array }

/** One JSON value, replaced as a whole: who exists, and nothing that grows without end. */
export interface RegisterStore {
  /** Null before the first `save`. */
  load(): Promise<unknown>
  /** Durable when it resolves. */
  save(value: unknown): Promise<void>
}
