import type { DeclarationId, Instant } from '../../shared/ids.ts'
import type { Owed } from './owed.ts'

/** A checkpoint of a declaration's ledger, and when this browser was shown it. */
export interface Seen {
  /** As the server signed it: evidence for others, whatever the server shows later. */
  readonly checkpoint: string
  readonly key: string
  readonly at: Instant
}

/** In what way the server contradicts what this browser saw, or doesn’t prove that it holds it. */
export const WAYS = ['rewritten', 'shorter', 'other key', 'unsigned', 'unproved'] as const
export type Way = (typeof WAYS)[number]

/**
 * Two checkpoints that can't both be of one honest history, or of which nothing shows that they are; or one that is not
 * signed as it has to be.
 */
export interface Contradiction {
  readonly way: Way
  /** Null where nothing had been seen before. */
  readonly before: Seen | null
  readonly shown: Seen
}

/**
 * What this browser remembers of a declaration, in whatever capacity it looked. It holds no words of anybody's, and
 * stays when the person signs out: it is to be compared with what the server shows for as long as possible.
 */
export interface Memory {
  readonly seen: Seen | null
  /**
   * Stays until the person has said to go on: what the server shows afterwards doesn't undo it. Only a proof that was
   * owed does, once it is given.
   */
  readonly contradiction: Contradiction | null
  /** The proof that what the server shows holds what was seen; null or absent where it was given. */
  readonly owed?: Owed | null
}

export const NOTHING: Memory = { seen: null, contradiction: null }

const SHELF = 'paraph/ledger/'

export function recall(store: Pick<Storage, 'getItem'>, declaration: DeclarationId): Memory {
  try {
    const kept: unknown = JSON.parse(store.getItem(SHELF + declaration) ?? 'null')
    return isMemory(kept) ? kept : NOTHING
  } catch {
    return NOTHING
  }
}

export function remember(store: Pick<Storage, 'setItem'>, declaration: DeclarationId, memory: Memory): void {
  try {
    store.setItem(SHELF + declaration, JSON.stringify(memory))
  } catch {
    // A browser that keeps nothing sees everything for the first time.
  }
}

const isMemory = (value: unknown): value is Memory =>
  isObject(value) &&
  (value['seen'] === null || isSeen(value['seen'])) &&
  (value['contradiction'] === null || isContradiction(value['contradiction'])) &&
  (value['owed'] === undefined || value['owed'] === null || isOwed(value['owed']))

const isContradiction = (value: unknown): value is Contradiction =>
  isObject(value) &&
  WAYS.includes(value['way'] as Way) &&
  (value['before'] === null || isSeen(value['before'])) &&
  isSeen(value['shown'])

const isOwed = (value: unknown): value is Owed =>
  isObject(value) && typeof value['since'] === 'string' && typeof value['times'] === 'number'

const isSeen = (value: unknown): value is Seen =>
  isObject(value) && ['checkpoint', 'key', 'at'].every((name) => typeof value[name] === 'string')

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null
