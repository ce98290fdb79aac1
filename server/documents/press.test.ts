import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { DocumentAsked } from '../../shared/document-asked.ts'
import { Chamber } from '../../tests/support/chamber.ts'
import { sourceIn } from '../../tests/support/dossier.ts'
import { type Asking, LIMITS, Press } from './press.ts'

const query = DocumentAsked.parse({ what: 'text', format: 'txt' })
const asking = (of: string): Asking => ({ of, gone: new AbortController().signal })
const FRANCE = asking('FRA')
let press: Press | null = null
const opened = (limits: Partial<typeof LIMITS> = {}): Press => {
  press = new Press(() => {}, { ...LIMITS, ...limits })
  return press
}
afterEach(() => press?.close())

describe('the press', () => {
  test('makes a document in a thread of its own', async () => {
    const source = await sourceIn(await Chamber.open())
    const made = await opened().run('makeDocument', FRANCE, source, query)
    expect(made).toMatchObject({ name: 'A-CONF.2009-L.1-text.txt' })
  })

  test('gives up what takes too long, and makes the next', async () => {
    const source = await sourceIn(await Chamber.open())
    // No thread can start within this.
    const impatient = opened({ patience: 0 })
    expect(await impatient.run('makeDocument', FRANCE, source, query)).toEqual({
      refused: 'document/too-long',
    })
    await impatient.close()
    expect(await opened().run('makeDocument', FRANCE, source, query)).toMatchObject({
      type: expect.any(String),
    })
  })

  test('stands when a task takes all the memory that it may', async () => {
    const source = await sourceIn(await Chamber.open())
    const acts = Array.from({ length: 300_000 }, () => source.acts.map((it) => ({ ...it }))).flat()
    const small = opened({ memory: 40 })
    expect(await small.run('makeDocument', FRANCE, { ...source, acts }, query)).toEqual({
      refused: 'document/failed',
    })
    expect(await small.run('makeDocument', FRANCE, source, query)).toMatchObject({ type: expect.any(String) })
  })

  test('refuses whoever comes when too many wait', async () => {
    const source = await sourceIn(await Chamber.open())
    const full = opened({ queue: 1 })
    const asked = [1, 2, 3].map(() => full.run('makeDocument', FRANCE, source, query))
    expect(await asked[2]).toEqual({ refused: 'document/too-many' })
    expect(await asked[1]).toMatchObject({ type: expect.any(String) })
  })

  test('makes those of one who asks for many and those of another in turn', async () => {
    const source = await sourceIn(await Chamber.open())
    const busy = opened({ queue: 3 })
    const answered: string[] = []
    const ask = async (of: string) => {
      const answer = await busy.run('makeDocument', asking(of), source, query)
      answered.push('refused' in answer ? `${of}: ${answer.refused}` : of)
    }
    await Promise.all(['FRA', 'FRA', 'FRA', 'FRA', 'KEN'].map(ask))
    // One is being made; of the three that wait, the last gives way to somebody who has none there.
    expect(answered).toEqual(['FRA: document/too-many', 'FRA', 'FRA', 'KEN', 'FRA'])
  })

  test('doesn’t begin what nobody waits for any more, and gives the place to others', async () => {
    const source = await sourceIn(await Chamber.open())
    const full = opened({ queue: 1 })
    const leaving = new AbortController()
    const first = full.run('makeDocument', FRANCE, source, query)
    const left = full.run('makeDocument', { of: 'FRA', gone: leaving.signal }, source, query)
    leaving.abort()
    const next = full.run('makeDocument', FRANCE, source, query)
    expect(await left).toEqual({ refused: 'document/not-awaited' })
    expect(await first).toHaveProperty('bytes')
    expect(await next).toHaveProperty('bytes')
    const gone = { of: 'FRA', gone: leaving.signal }
    expect(await full.run('makeDocument', gone, source, query)).toEqual({ refused: 'document/not-awaited' })
  })

  test('ends the process that sets a PDF with it, however long that would take', async () => {
    const source = await sourceIn(await Chamber.open())
    const closing = opened()
    const asked = closing.run('makeDocument', FRANCE, source, { ...query, format: 'pdf' })
    await expect.poll(settersOfOurs, { timeout: 20_000 }).toHaveLength(1)
    const [setter = 0] = settersOfOurs()
    process.kill(setter, 'SIGSTOP')
    await closing.close()
    expect(await asked).toEqual({ refused: 'server/stopping' })
    await expect.poll(settersOfOurs).toEqual([])
    expect(await closing.run('makeDocument', FRANCE, source, query)).toEqual({ refused: 'server/stopping' })
  })

  test('tells those who still wait when the server stops', async () => {
    const source = await sourceIn(await Chamber.open())
    const closing = opened()
    const asked = [1, 2].map(() => closing.run('makeDocument', FRANCE, source, query))
    await closing.close()
    expect(await Promise.all(asked)).toEqual([1, 2].map(() => ({ refused: 'server/stopping' })))
  })
})

/** Processes that this one started to set a PDF, as Linux tells of them; one that has ended has no command any more. */
function settersOfOurs(): number[] {
  const parent = new RegExp(`^PPid:\\s${process.pid}$`, 'm')
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isSetter = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('setter.mjs')
        return isSetter && parent.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
      } catch {
        return false
      }
    })
    .map(Number)
}
