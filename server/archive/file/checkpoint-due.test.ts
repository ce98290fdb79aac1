import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Journal } from '../contract.ts'
import { isDue } from './checkpoint-due.ts'
import { CheckpointFiles } from './checkpoint-files.ts'
import { header } from './frame.ts'
import { openJournal } from './journal.ts'

const MB = 1024 * 1024

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-due-'))
  writeFileSync(join(folder, 'journal'), header(new Uint8Array(8).fill(1)))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a small checkpoint is due after 5,000 entries or 8 MB', () => {
  expect(isDue({ entries: 4_999, bytes: MB }, MB)).toBe(false)
  expect(isDue({ entries: 5_000, bytes: MB }, MB)).toBe(true)
  expect(isDue({ entries: 1, bytes: 8 * MB }, MB)).toBe(true)
})

test('a large one only when the journal has grown by a quarter of it', () => {
  expect(isDue({ entries: 5_000, bytes: 3 * MB }, 16 * MB)).toBe(false)
  expect(isDue({ entries: 5_000, bytes: 4 * MB }, 16 * MB)).toBe(true)
  expect(isDue({ entries: 1, bytes: 8 * MB }, 40 * MB)).toBe(false)
})

test('one of any size is due after 40,000 entries or 64 MB, or the next start would take long', () => {
  expect(isDue({ entries: 40_000, bytes: 8 * MB }, 1_000 * MB)).toBe(true)
  expect(isDue({ entries: 1, bytes: 64 * MB }, 1_000 * MB)).toBe(true)
})

test('a journal remembers how large its checkpoint is, after a restart too', async () => {
  const journal = await reopen()
  await write(journal, 1, 10)
  await journal.keep(['x'.repeat(40 * MB)])
  await write(journal, 5_000, 10)
  expect(journal.wantsCheckpoint).toBe(false)
  await journal.close()
  const again = await reopen()
  expect(again.wantsCheckpoint).toBe(false)
  await write(again, 5, 2 * MB)
  expect(again.wantsCheckpoint).toBe(true)
  await again.close()
})

async function reopen(): Promise<Journal> {
  const file = await open(join(folder, 'journal'), 'r+')
  return openJournal(file, { torn: () => undefined, ignored: () => undefined }, new CheckpointFiles(folder))
}

async function write(journal: Journal, entries: number, bytes: number): Promise<void> {
  const entry = { pens: [], steps: [{ draft: 'd1', update: new Uint8Array(bytes) }], hall: null }
  await Promise.all(Array.from({ length: entries }, () => journal.append(entry)))
}
