import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Act } from './act.ts'
import { canonical } from './hash.ts'
import { SHA256, type Sha256 } from './ids.ts'

/**
 * The ledger: the Merkle tree of RFC 6962 over the public acts, in their order. Whoever has seen its head can be shown
 * that an act stands in it, and that a later head holds all that an earlier one held.
 *
 * Acts about drafts and notes are not in it: not even as hashes, for whoever guesses what a private draft is about
 * could check a guess against its hash. So a place in the ledger is not the number of an act.
 */

/** The leaf of an act: its canonical JSON (RFC 8785), in UTF-8. */
export const leafOf = (act: Act): Sha256 => leafHash(utf8ToBytes(canonical(act)))

export const leafHash = (data: Uint8Array): Sha256 => bytesToHex(sha256(concatBytes(LEAF, data)))

/** The root over no leaves. */
export const EMPTY_ROOT: Sha256 = bytesToHex(sha256(new Uint8Array()))

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const nodeHash = (left: Sha256, right: Sha256): Sha256 =>
  bytesToHex(sha256(concatBytes(NODE, hexToBytes(left), hexToBytes(right))))

/** Grows by leaves, and remembers every head that it ever had. */
export class Tree {
  /** Row n, place i: the hash over the leaves from i × 2ⁿ to (i + 1) × 2ⁿ. */
  private readonly rows: Sha256[][] = [[]]

  static of(leaves: Iterable<Sha256>): Tree {
    const tree = new Tree()
    for (const leaf of leaves) tree.add(leaf)
    return tree
  }

  get size(): number {
    return this.rows[0]?.length ?? 0
  }

  add(leaf: Sha256): void {
    let hash = leaf
    for (let level = 0; ; level++) {
      const row = this.row(level)
      const left = row.length % 2 === 1 ? row.at(-1) : undefined
      row.push(hash)
      if (left === undefined) return
      hash = nodeHash(left, hash)
    }
  }

  /** The root as it was when the tree had so many leaves. */
  root(size = this.size): Sha256 {
    return size === 0 ? EMPTY_ROOT : this.span(0, this.known(size))
  }

  leaf(index: number): Sha256 {
    return this.span(index, index + 1)
  }

  /** The whole subtrees that its first `size` leaves make, largest first: `Frontier` grows on from them. */
  peaks(size = this.size): readonly Sha256[] {
    const peaks: Sha256[] = []
    for (let [from, left] = [0, this.known(size)]; left > 0; ) {
      const length = 2 ** Math.floor(Math.log2(left))
      peaks.push(this.span(from, from + length))
      ;[from, left] = [from + length, left - length]
    }
    return peaks
  }

  /** What proves that the leaf stands at its place in the tree of so many leaves. */
  inclusion(index: number, size = this.size): readonly Sha256[] {
    if (index < 0 || index >= this.known(size)) throw new RangeError(`no leaf ${index} of ${size}`)
    return this.path(index, 0, size)
  }

  /** What proves that the tree of `to` leaves begins with all of the tree of `from` leaves. */
  consistency(from: number, to = this.size): readonly Sha256[] {
    if (from < 0 || from > this.known(to)) throw new RangeError(`no ${from} leaves of ${to}`)
    return from === 0 ? [] : this.bridge(from, 0, to, true)
  }

  private path(index: number, from: number, to: number): Sha256[] {
    if (to - from === 1) return []
    const middle = from + splitOf(to - from)
    return index < middle
      ? [...this.path(index, from, middle), this.span(middle, to)]
      : [...this.path(index, middle, to), this.span(from, middle)]
  }

  /** `isKnown`: whether the first `count` of these leaves are the whole tree that the other side has the root of. */
  private bridge(count: number, from: number, to: number, isKnown: boolean): Sha256[] {
    if (count === to - from) return isKnown ? [] : [this.span(from, to)]
    const split = splitOf(to - from)
    const middle = from + split
    return count <= split
      ? [...this.bridge(count, from, middle, isKnown), this.span(middle, to)]
      : [...this.bridge(count - split, middle, to, false), this.span(from, middle)]
  }

  private span(from: number, to: number): Sha256 {
    const length = to - from
    const level = Math.log2(length)
    const kept = Number.isInteger(level) ? this.rows[level]?.[from / length] : undefined
    if (kept !== undefined) return kept
    if (length <= 1) throw new RangeError(`no leaf ${from}`)
    const middle = from + splitOf(length)
    return nodeHash(this.span(from, middle), this.span(middle, to))
  }

  private row(level: number): Sha256[] {
    const row = this.rows[level] ?? []
    this.rows[level] = row
    return row
  }

  private known(size: number): number {
    if (!Number.isInteger(size) || size < 0 || size > this.size) throw new RangeError(`no tree of ${size}`)
    return size
  }
}

/** The largest power of two below the number of leaves. */
function splitOf(length: number): number {
  let split = 1
  while (split * 2 < length) split *= 2
  return split
}

/** What somebody claims of a leaf. Any of it may have been made up. */
export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly leaf: Sha256
  readonly path: readonly Sha256[]
  readonly root: Sha256
}

/** RFC 9162, 2.1.3.2. */
export function includes({ index, size, leaf, path, root }: InclusionClaim): boolean {
  if (!areHashes([leaf, root, ...path]) || !isPlace(index, size)) return false
  let [at, last, hash] = [index, size - 1, leaf]
  for (const other of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(hash, other)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && hash === root
}

/** What somebody claims of two heads. Any of it may have been made up. */
export interface ConsistencyClaim {
  readonly from: { readonly size: number; readonly root: Sha256 }
  readonly to: { readonly size: number; readonly root: Sha256 }
  readonly path: readonly Sha256[]
}

/** RFC 9162, 2.1.4.2: whether the later tree begins with all of the earlier one. */
export function isContinued({ from, to, path }: ConsistencyClaim): boolean {
  if (!areHashes([from.root, to.root, ...path])) return false
  if (from.size === to.size) return path.length === 0 && from.root === to.root
  if (from.size === 0) return path.length === 0 && from.root === EMPTY_ROOT
  if (!isPlace(from.size, to.size)) return false
  const [first, ...others] = isPowerOfTwo(from.size) ? [from.root, ...path] : path
  if (first === undefined) return false
  let [at, last] = [from.size - 1, to.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let [before, after] = [first, first]
  for (const other of others) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[before, after] = [nodeHash(other, before), nodeHash(other, after)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else after = nodeHash(after, other)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && before === from.root && after === to.root
}

const half = (count: number): number => Math.floor(count / 2)
const isPowerOfTwo = (count: number): boolean => Number.isInteger(Math.log2(count))
const isPlace = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size
const areHashes = (hashes: readonly unknown[]): boolean =>
  hashes.every((it) => typeof it === 'string' && SHA256.test(it))
