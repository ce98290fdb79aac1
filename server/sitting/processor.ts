import { openSync, readSync } from 'node:fs'

/**
 * Milliseconds of processor time that this thread has used. The process has others, which make documents meanwhile: what
 * they use is no reason to let anybody wait. Linux tells it of each thread, in nanoseconds (proc_pid_schedstat); elsewhere
 * it is told of the process.
 */
export function processorOfThread(): () => number {
  const file = opened()
  if (file === null) return ofProcess
  const bytes = Buffer.alloc(96)
  const ofThread = () => {
    const length = readSync(file, bytes, 0, bytes.length, 0)
    return Number.parseInt(bytes.toString('latin1', 0, length), 10) / 1_000_000
  }
  // Some kernels have the file and count nothing in it.
  return ofThread() > 0 ? ofThread : ofProcess
}

/** Whoever opens it is the thread that it tells of, for ever. */
function opened(): number | null {
  try {
    return openSync('/proc/thread-self/schedstat', 'r')
  } catch {
    return null
  }
}

function ofProcess(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
