import { parentPort } from 'node:worker_threads'
import type { Job } from './press.ts'
import { TASKS } from './tasks.ts'

/** Runs in a thread of its own: a long document keeps nobody's keystroke waiting. */
parentPort?.on('message', async ({ task, given }: Job) => {
  try {
    const run = TASKS[task] as (...given: unknown[]) => unknown
    parentPort?.postMessage({ done: await run(...given) })
  } catch (fault) {
    parentPort?.postMessage({
      fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    })
  }
})
