import { type Refusal, refuse } from '../../shared/refusal.ts'

/** Something that waits for its turn. */
interface Task<T> {
  /** Judges and changes; runs before the flush. */
  readonly run: (turn: T) => void
  /** Answers; runs once everything of the turn is on disk. */
  readonly release: () => void
  readonly fail: (refusal: Refusal) => void
}

/** What a sitting does in its turns. */
export interface Course<T> {
  begin(): T
  /** Makes the turn durable and tells it; when it fails, the queue is broken for good. */
  finish(turn: T): Promise<void>
  /** Milliseconds until the next turn may begin; 0 when it may be now. */
  rest(): number
  later(ms: number, then: () => void): void
  onBreak(fault: unknown, refusal: Refusal): void
}

/**
 * The order of a sitting: tasks wait in one queue and are taken turn by turn. A turn runs all that wait, is made
 * durable as a whole, and only then are its tasks answered. While the disk works, and in the rest after a turn, the
 * next one fills, so the pace adapts by itself; when nothing happened of late, a task is taken at once.
 */
export class Turns<T> {
  private waiting: Task<T>[] = []
  private turning: Promise<void> | null = null
  /** Why nothing more is taken. */
  private broken: Refusal | null = null
  private readonly course: Course<T>
  /** Ends the rest that is being taken. */
  private wake: (() => void) | null = null
  private isClosing = false

  constructor(course: Course<T>) {
    this.course = course
  }

  /** What `release` returns, after the flush; a refusal when the disk failed. */
  take<A>(run: (turn: T) => void, release: () => A): Promise<A | Refusal> {
    if (this.broken) return Promise.resolve(this.broken)
    return new Promise((resolve, reject) => {
      const answer = () => {
        try {
          resolve(release())
        } catch (fault) {
          reject(fault)
        }
      }
      this.waiting.push({ run, release: answer, fail: resolve })
      this.turning ??= Promise.resolve().then(() => this.turnAll())
    })
  }

  /** Rests no more; resolves when nothing waits and nothing is under way. */
  async settled(): Promise<void> {
    this.isClosing = true
    this.wake?.()
    while (this.turning) await this.turning
  }

  private async turnAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const ms = this.isClosing ? 0 : this.course.rest()
      if (ms > 0) await this.pause(ms)
      await this.turnOnce(this.waiting.splice(0))
    }
    this.turning = null
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve
      this.course.later(ms, resolve)
    })
  }

  private async turnOnce(tasks: readonly Task<T>[]): Promise<void> {
    if (this.broken) return failAll(tasks, this.broken)
    let refusal = refuse('server/fault')
    try {
      const turn = this.course.begin()
      for (const task of tasks) task.run(turn)
      refusal = refuse('server/disk')
      await this.course.finish(turn)
    } catch (fault) {
      this.broken = refusal
      failAll(tasks, refusal)
      this.course.onBreak(fault, refusal)
      return
    }
    for (const task of tasks) task.release()
  }
}

function failAll<T>(tasks: readonly Task<T>[], refusal: Refusal): void {
  for (const task of tasks) task.fail(refusal)
}
