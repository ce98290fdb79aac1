import type { Act } from '../../shared/act.ts'
import type { CapacityId, DeclarationId, DraftId, Pen } from '../../shared/ids.ts'

/** What the server needs of a store. Rule J1 rests on `append` and `save`: when they resolve, it is on disk. */
export interface Archive {
  /** In no particular order. */
  declarations(): Promise<readonly DeclarationId[]>
  /** Opens the journal of a declaration, or begins one. At most one is open for a declaration at a time. */
  journal(declaration: DeclarationId): Promise<Journal>
  readonly register: RegisterStore
  readonly refusals: RollingLog
  /** The key of the seal, which nobody else may read; made by `make` and durable where there is none yet. */
  sealKey(make: () => string): Promise<string>
  close(): Promise<void>
}

export interface Journal {
  /** The latest shortcut that can be trusted, or null. May be asked for once. */
  checkpoint(): Promise<Checkpoint | null>
  /**
   * What stood in the journal when it was opened, oldest first: all of it, or what follows the checkpoint. Throws
   * where the journal is damaged (rule J3).
   */
  entries(after?: Checkpoint | null): AsyncIterable<Entry>
  /** Durable when it resolves; rejects with nothing promised when the disk fails, and then stays closed. */
  append(entry: Entry): Promise<void>
  /** Whether so much follows the last checkpoint that the next opening would take long, and a new one is worth it. */
  readonly wantsCheckpoint: boolean
  /**
   * Keeps a checkpoint of everything that was appended; nothing may be under way at the call. Durable when it
   * resolves; when it rejects, the one before still stands, and the journal goes on. The parts are the caller's: data
   * and bytes. They are taken one by one, with other work in between, and stand for the moment of the call.
   */
  keep(parts: Iterable<unknown>): Promise<void>
  close(): Promise<void>
}

/**
 * What the entries up to some place come to, so that they need not be read again. A shortcut, never the source of
 * truth: without it, the entries say the same.
 */
export interface Checkpoint {
  /** The first entry that it does not stand for is in this record … */
  readonly sequence: number
  /** … which begins here, or will. */
  readonly offset: number
  /** What was kept. Whoever kept it has to recognize it: it may come from another release. */
  readonly parts: readonly unknown[]
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

/** Lines of which the latest are kept, within a bound. Delays nobody; a crash may lose the last of them. */
export interface RollingLog {
  add(line: unknown): void
  /** Oldest first. */
  read(): Promise<readonly unknown[]>
}

/** One JSON value, replaced as a whole: who exists, and nothing that grows without end. */
export interface RegisterStore {
  /** Null before the first `save`. */
  load(): Promise<unknown>
  /** Durable when it resolves. */
  save(value: unknown): Promise<void>
}
