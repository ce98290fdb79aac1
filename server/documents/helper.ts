/** A process that a task has started. It would outlive the thread, so that whoever ends the thread has to know of it. */
type Hear = (pid: number | null) => void

let hear: Hear = () => {}

/** The thread hears of every process that begins in it; null: it has ended. */
export function hearOfHelpers(listener: Hear): void {
  hear = listener
}

export const helperAtWork: Hear = (pid) => hear(pid)
