import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RollingFile } from './rolling-log.ts'

let folder: string
let path: string
const failures: unknown[] = []
const open = (most?: number) => new RollingFile(path, (error) => void failures.push(error), most)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paraph-log-'))
  path = join(folder, 'refusals')
  failures.length = 0
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('keeps lines in their order, over a restart too', async () => {
  const log = open()
  log.add({ n: 1 })
  log.add({ n: 2 })
  await log.close()
  expect(await open().read()).toEqual([{ n: 1 }, { n: 2 }])
})

test('grows no further than twice its measure, and keeps the latest', async () => {
  const log = open(1_000)
  for (let n = 0; n < 500; n++) log.add({ n })
  const kept = (await log.read()) as { n: number }[]
  expect(kept.at(-1)).toEqual({ n: 499 })
  expect(kept.length).toBeLessThan(250)
  expect((await stat(path).catch(() => ({ size: 0 }))).size).toBeLessThan(1_100)
})

test('passes over what a crash left of a line', async () => {
  await appendFile(path, '{"n":1}\n{"n":')
  expect(await open().read()).toEqual([{ n: 1 }])
})

test('says that the disk failed, and delays nobody', async () => {
  path = join(folder, 'nowhere', 'refusals')
  const log = open()
  log.add({ n: 1 })
  await log.close()
  expect(failures).toHaveLength(1)
})
