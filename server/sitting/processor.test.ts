import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { processorOfThread } from './processor.ts'

test('what another thread works is not counted for this one', async () => {
  const processor = processorOfThread()
  // As much work as a third of a second of a processor, however busy the machine is.
  const work = 'for (const end = process.cpuUsage().user + 300_000; process.cpuUsage().user < end; );'
  const busy = new Worker(work, { eval: true })
  const before = { own: processor(), all: process.cpuUsage() }
  await new Promise((ended) => busy.once('exit', ended))
  const { user, system } = process.cpuUsage(before.all)
  const own = processor() - before.own
  expect(own).toBeGreaterThan(0)
  if (process.platform === 'linux') expect(own).toBeLessThan((user + system) / 1_000 / 2)
})
