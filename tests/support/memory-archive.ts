import type { Archive, Checkpoint, Entry, Journal } from '../../server/archive/contract.ts'

/** An archive that keeps to the contract in memory, and whose disk can be slow, fail, or lose its power. */
export class MemoryArchive implements Archive {
  private readonly journals = new Map<string, Entry[]>()
  private readonly checkpoints = new Map<string, Checkpoint>()
  /** How many entries may follow a checkpoint before the next one is asked for. */
  patience = Number.POSITIVE_INFINITY
  /** No checkpoint finds room. */
  keepsNothing = false
  /** How many entries were read since the beginning. */
  replayed = 0
  private value: unknown = null
  private gate: Promise<void> | null = null
  private failing = false
  /** Called when an entry reaches the disk. */
  onAppend: (entry: Entry) => void = () => {}

  readonly register = {
    load: async () => this.value,
    save: async (value: unknown) => {
      this.value = structuredClone(value)
    },
  }

  private seal: string | null = null
  sealKey = async (make: () => string) => {
    this.seal ??= make()
    return this.seal
  }

  readonly refused: unknown[] = []
  readonly refusals = {
    add: (line: unknown) => void this.refused.push(line),
    read: async () => this.refused,
  }

  declarations = async () => [...this.journals.keys()]

  async journal(declaration: string): Promise<Journal> {
    const kept = this.journals.get(declaration) ?? []
    this.journals.set(declaration, kept)
    const before = [...kept]
    const { checkpoints } = this
    const here = () => checkpoints.get(declaration) ?? null
    const archive = this
    return {
      checkpoint: async () => structuredClone(here()),
      async *entries(after) {
        for (const entry of before.slice(after?.sequence ?? 0)) {
          archive.replayed++
          yield entry
        }
      },
      append: async (entry) => {
        await this.gate
        if (this.failing) throw new Error('no space left on device')
        kept.push(structuredClone(entry))
        this.onAppend(entry)
      },
      get wantsCheckpoint() {
        return kept.length - (here()?.sequence ?? 0) >= archive.patience
      },
      keep: async (parts) => {
        if (this.failing || this.keepsNothing) throw new Error('no space left on device')
        const mark = { sequence: kept.length, offset: 0 }
        checkpoints.set(declaration, { ...mark, parts: structuredClone([...parts]) })
      },
      close: async () => {},
    }
  }

  close = async () => {}

  /** The disk answers nothing until the given function is called. */
  stall(): () => void {
    let resume = () => {}
    this.gate = new Promise((resolve) => {
      resume = () => {
        this.gate = null
        resolve()
      }
    })
    return resume
  }

  fail(failing: boolean): void {
    this.failing = failing
  }

  /** What another machine would find after a power cut: the entries, as they stand. */
  copy(): MemoryArchive {
    const copy = new MemoryArchive()
    for (const [id, entries] of this.journals) copy.journals.set(id, structuredClone(entries))
    for (const [id, checkpoint] of this.checkpoints) copy.checkpoints.set(id, structuredClone(checkpoint))
    return copy
  }
}
