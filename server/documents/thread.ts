import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { hearOfHelpers } from './helper.ts'
import type { Job } from './press.ts'
import { TASKS } from './tasks.ts'

// Where the processors have too much to do, whoever types comes first. Linux lets a thread say so for itself alone.
if (process.platform === 'linux') setPriority(10)

hearOfHelpers((helper) => parentPort?.postMessage({ helper }))

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
