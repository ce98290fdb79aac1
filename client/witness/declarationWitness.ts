import type { LedgerAnswer } from '../../shared/api.ts'
import { openCheckpoint } from '../../shared/checkpoint.ts'
import type { DeclarationId, Instant } from '../../shared/ids.ts'
import type { Answer } from '../api/api.ts'
import { isFailure } from '../api/failure.ts'
import { isOverdue, owedAgain } from './owed.ts'
import { type Contradiction, type Memory, NOTHING, recall, remember, type Seen } from './seen.ts'
import { type AskProof, compare, type Finding } from './witness.ts'

/** What this browser knows of one declaration's ledger. */
export interface Watched {
  readonly memory: Memory
  /** What the last look came to; null before the first. */
  readonly finding: Finding | null
  /** What had been seen before this page was opened. */
  readonly before: Seen | null
}

/** What a witness needs of the browser and of the server. */
export interface Means {
  readonly store: Pick<Storage, 'getItem' | 'setItem'>
  readonly now: () => Instant
  readonly askHead: () => Promise<Answer<LedgerAnswer>>
  readonly askProof: AskProof
}

/** Looks at one declaration's ledger from time to time, and remembers what it saw for as long as the browser does. */
export class Witness {
  private readonly watchers = new Set<() => void>()
  private readonly declaration: DeclarationId
  private readonly store: Means['store']
  private looking: Promise<void> | null = null
  private watched: Watched

  constructor(declaration: DeclarationId, store: Means['store']) {
    this.declaration = declaration
    this.store = store
    const memory = recall(store, declaration)
    this.watched = { memory, finding: null, before: memory.seen }
  }

  readonly get = (): Watched => this.watched

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** Compares what the server shows now with what was seen last. One look at a time. */
  look(means: Omit<Means, 'store'>): Promise<void> {
    this.looking ??= this.lookOnce(means).finally(() => {
      this.looking = null
    })
    return this.looking
  }

  /** The person has kept the evidence, and takes what the server shows as a new beginning. */
  goOn(): void {
    const { contradiction } = this.memory()
    if (!contradiction) return
    const seen = openCheckpoint(contradiction.shown) ? contradiction.shown : contradiction.before
    this.keep({ seen, contradiction: null })
    this.tell({ ...this.watched, finding: null, before: seen })
  }

  /** Another tab may have looked. */
  refresh(): void {
    this.tell(this.watched)
  }

  private async lookOnce({ now, askHead, askProof }: Omit<Means, 'store'>): Promise<void> {
    // Read before the server is asked: what other tabs see meanwhile may be later than its answer.
    const { seen } = this.memory()
    const answer = await askHead()
    if (isFailure(answer)) {
      this.tell({ ...this.watched, finding: { is: 'unproved', failure: answer, shown: null } })
      return
    }
    const { checkpoint, key } = answer
    const finding = await compare(this.declaration, seen, { checkpoint, key, at: now() }, askProof)
    this.note(finding, now())
    this.tell({ ...this.watched, finding })
  }

  private note(finding: Finding, now: Instant): void {
    const memory = this.memory()
    const { contradiction } = memory
    switch (finding.is) {
      case 'agrees': {
        const seen = isLater(finding.shown, memory.seen) ? finding.shown : memory.seen
        this.keep({ seen, contradiction: isOwing(contradiction) ? null : contradiction })
        break
      }
      case 'contradicts':
        // The first contradiction is the one to keep: it is nearest to what was seen.
        if (!contradiction || isOwing(contradiction))
          this.keep({ ...memory, contradiction: finding.contradiction })
        break
      case 'unproved':
        if (finding.shown) this.keep(owing(memory, finding.shown, now))
    }
  }

  private memory = (): Memory => recall(this.store, this.declaration) ?? NOTHING

  private keep = (memory: Memory): void => remember(this.store, this.declaration, memory)

  private tell(watched: Omit<Watched, 'memory'>): void {
    this.watched = { ...watched, memory: this.memory() }
    for (const watcher of [...this.watchers]) watcher()
  }
}

const isOwing = (contradiction: Contradiction | null): boolean => contradiction?.way === 'unproved'

/** What is remembered once the server has shown a head and not proved that it holds what was seen. */
function owing(memory: Memory, shown: Seen, now: Instant): Memory {
  const { seen: before, contradiction } = memory
  const owed = owedAgain(memory.owed, now)
  const isNew = !contradiction && isOverdue(owed, now)
  return { ...memory, owed, contradiction: isNew ? { way: 'unproved', before, shown } : contradiction }
}

const sizeOf = (seen: Seen): number => openCheckpoint(seen)?.head.size ?? 0

const isLater = (shown: Seen, seen: Seen | null): boolean => seen === null || sizeOf(shown) >= sizeOf(seen)

const witnesses = new Map<DeclarationId, Witness>()

/** The witness of a declaration; pages, capacities and tabs of one browser share what it remembers. */
export function witnessOf(declaration: DeclarationId): Witness {
  const known = witnesses.get(declaration)
  if (known) return known
  const witness = new Witness(declaration, localStorage)
  addEventListener('storage', () => witness.refresh())
  witnesses.set(declaration, witness)
  return witness
}
