import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { Queue, type Waited } from './queue.ts'
import type { Done, TaskName, Tasks } from './tasks.ts'

/** What goes to the thread. */
export interface Job {
  readonly task: TaskName
  readonly given: readonly unknown[]
}

export interface Limits {
  /** A task that takes longer is given up, in milliseconds. */
  readonly patience: number
  /** Of the thread, in megabytes. */
  readonly memory: number
  /** So many may wait. */
  readonly queue: number
  /** The thread ends when nobody has asked for anything for so long, in milliseconds. */
  readonly idle: number
}

export const LIMITS: Limits = { patience: 60_000, memory: 512, queue: 64, idle: 120_000 }

/** Who asks. */
export interface Asking extends Waited {
  /** Aborted once they wait no more. */
  readonly gone: AbortSignal
}

interface Waiting extends Job, Waited {
  readonly answer: (answer: unknown) => void
}

/** What the thread says: that it is done, that it could not, or which process works for it now. */
interface Heard {
  readonly done?: unknown
  readonly fault?: string
  readonly helper?: number | null
}

/**
 * Where documents are made: one thread, one task at a time, and everybody in turn. A task that takes too long or too much
 * memory ends the thread and nothing else; the next task has a new one. What nobody waits for any more is not begun.
 */
export class Press {
  private readonly limits: Limits
  private readonly onFault: (fault: unknown) => void
  private readonly waiting: Queue<Waiting>
  private worker: Worker | null = null
  private working: Waiting | null = null
  private timer: NodeJS.Timeout | null = null
  /** A process that the task has started: it ends with its thread. */
  private helper: number | null = null
  private isClosed = false

  /** `onFault` hears of what went wrong with a task; whoever asked is told no more than that it did. */
  constructor(onFault: (fault: unknown) => void, limits: Limits = LIMITS) {
    this.onFault = onFault
    this.limits = limits
    this.waiting = new Queue(limits.queue)
  }

  run<Name extends TaskName>(
    task: Name,
    { of, gone }: Asking,
    ...given: Parameters<Tasks[Name]>
  ): Promise<Done<Name> | Refusal> {
    if (this.isClosed) return Promise.resolve(refuse('server/stopping'))
    if (gone.aborted) return Promise.resolve(refuse('document/not-awaited'))
    return new Promise((resolve) => {
      const leave = () => {
        if (this.waiting.remove(job)) job.answer(refuse('document/not-awaited'))
      }
      const answer = (answer: unknown) => {
        gone.removeEventListener('abort', leave)
        resolve(answer as Done<Name> | Refusal)
      }
      const job: Waiting = { task, of, given, answer }
      gone.addEventListener('abort', leave)
      this.waiting.add(job)?.answer(refuse('document/too-many'))
      this.next()
    })
  }

  async close(): Promise<void> {
    this.isClosed = true
    for (let job = this.waiting.next(); job; job = this.waiting.next()) job.answer(refuse('server/stopping'))
    this.working?.answer(refuse('server/stopping'))
    this.working = null
    await this.stop()
  }

  private next(): void {
    if (this.working) return
    const job = this.waiting.next()
    if (!job) {
      this.wait(this.limits.idle, () => void this.stop())
      return
    }
    this.working = job
    this.worker ??= this.start()
    this.worker.ref()
    const { task, given } = job
    this.wait(this.limits.patience, () => this.giveUp(refuse('document/too-long')))
    this.worker.postMessage({ task, given } satisfies Job)
  }

  private start(): Worker {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memory },
    })
    worker.on('message', ({ done, fault, helper }: Heard) => {
      // Of a task that was given up in the meantime.
      if (worker !== this.worker) {
        if (helper) end(helper)
        return
      }
      if (helper !== undefined) {
        this.helper = helper
        return
      }
      if (fault !== undefined) this.onFault(fault)
      this.finish(fault === undefined ? done : refuse('document/failed'))
    })
    // Out of memory, most of all.
    worker.on('error', (fault) => {
      this.onFault(fault)
      if (worker === this.worker) this.giveUp(refuse('document/failed'))
    })
    return worker
  }

  private finish(answer: unknown): void {
    this.working?.answer(answer)
    this.working = null
    this.worker?.unref()
    this.next()
  }

  private giveUp(refusal: Refusal): void {
    void this.stop()
    this.finish(refusal)
  }

  private async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    const { worker, helper } = this
    this.worker = null
    this.helper = null
    if (helper) end(helper)
    await worker?.terminate()
  }

  /** One clock: either a task is waited for, or the next. */
  private wait(ms: number, then: () => void): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(then, ms)
    this.timer.unref()
  }
}

function end(helper: number): void {
  try {
    process.kill(helper, 'SIGKILL')
  } catch {
    // It ended meanwhile.
  }
}
