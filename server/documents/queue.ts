/** Something that is waited for, and for whom. */
export interface Waited {
  /** Whoever has the same name here shares one turn: those of a delegation. */
  readonly of: string
}

/**
 * Who waits for what. All have their turn one after the other, whoever has asked for how much; and where the queue is
 * full, whoever waits for most gives way to whoever waits for less.
 */
export class Queue<Job extends Waited> {
  private readonly longest: number
  /** In the order of their turns. */
  private readonly rows = new Map<string, Job[]>()
  private length = 0

  constructor(longest: number) {
    this.longest = longest
  }

  /** The one that had to give way, which may be the job itself; null where there was room. */
  add(job: Job): Job | null {
    const gone = this.length < this.longest ? null : this.yielded(job)
    if (gone === job) return job
    if (gone) this.remove(gone)
    const row = this.rows.get(job.of) ?? []
    this.rows.set(job.of, [...row, job])
    this.length++
    return gone
  }

  next(): Job | undefined {
    const [first] = this.rows.values()
    const [job] = first ?? []
    if (!job) return undefined
    this.remove(job)
    const rest = this.rows.get(job.of)
    // Behind everybody else who waits.
    this.rows.delete(job.of)
    if (rest) this.rows.set(job.of, rest)
    return job
  }

  /** False where it waits no more. */
  remove(job: Job): boolean {
    const row = this.rows.get(job.of) ?? []
    const rest = row.filter((it) => it !== job)
    if (rest.length === row.length) return false
    if (rest.length > 0) this.rows.set(job.of, rest)
    else this.rows.delete(job.of)
    this.length--
    return true
  }

  /** Of whoever waits for most, the last; nobody gives way to one who would then wait for as much. */
  private yielded(job: Job): Job {
    const own = this.rows.get(job.of)?.length ?? 0
    const most = [...this.rows.values()].reduce<readonly Job[]>(
      (longest, row) => (row.length > longest.length ? row : longest),
      [],
    )
    return most.length > own + 1 ? (most.at(-1) ?? job) : job
  }
}
