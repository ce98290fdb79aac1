import { SHA256, type Sha256 } from './ids.ts'
import { EMPTY_ROOT, nodeHash } from './ledger.ts'

interface Peak {
  readonly count: number
  readonly hash: Sha256
}

/**
 * A ledger of which only the whole subtrees are known, largest first: enough to add the acts that follow, and to say
 * the root after each. Whoever lies about what came before gets another root.
 */
export class Frontier {
  private readonly peaks: Peak[] = []
  private count = 0

  /** `peaks` of a tree of so many leaves; null where there can't be just these. */
  static after(size: number, peaks: readonly Sha256[]): Frontier | null {
    const counts = powersIn(size)
    if (counts.length !== peaks.length || !peaks.every((it) => SHA256.test(it))) return null
    const frontier = new Frontier()
    frontier.peaks.push(...counts.map((count, at) => ({ count, hash: peaks[at] ?? '' })))
    frontier.count = size
    return frontier
  }

  get size(): number {
    return this.count
  }

  add(leaf: Sha256): void {
    let peak: Peak = { count: 1, hash: leaf }
    for (let last = this.peaks.at(-1); last?.count === peak.count; last = this.peaks.at(-1)) {
      this.peaks.pop()
      peak = { count: 2 * peak.count, hash: nodeHash(last.hash, peak.hash) }
    }
    this.peaks.push(peak)
    this.count++
  }

  root(): Sha256 {
    const [last, ...others] = this.peaks.map(({ hash }) => hash).reverse()
    return others.reduce((right, left) => nodeHash(left, right), last ?? EMPTY_ROOT)
  }
}

/** The powers of two that a number is the sum of, largest first. */
function powersIn(size: number): number[] {
  const powers: number[] = []
  for (let left = size; Number.isSafeInteger(left) && left > 0; ) {
    const power = 2 ** Math.floor(Math.log2(left))
    powers.push(power)
    left -= power
  }
  return powers
}
