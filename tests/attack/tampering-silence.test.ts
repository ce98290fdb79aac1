import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSealKey, Seal } from '../../server/seal.ts'
import type { RecordFile } from '../../shared/record-file.ts'
import { Chamber, must } from '../support/chamber.ts'
import { actOf, type Forged, put, resign, verifiedIn } from '../support/forged-record.ts'
import { MemoryArchive } from '../support/memory-archive.ts'
import { Watch } from '../support/watch.ts'

const OPENED = '2009-10-12T15:00:00.000Z'
const EXTENDED = '2009-10-23T15:00:00.000Z'

let folder: string
let honest: RecordFile
const seal = new Seal(newSealKey(), 'https://paraph.example.org')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-silence-'))
  const { file, head } = must(
    await (await meeting()).sitting.ledger((it) => ({ file: it.file(), head: it.head() })),
  )
  honest = { ...file, ...seal.seal(file.declaration, head) }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Kenya breaks a silence; the next one is cancelled; the third is extended, and kept; a minister endorses. */
async function meeting(): Promise<Chamber> {
  const watch = new Watch(OPENED)
  const chamber = await Chamber.open(new MemoryArchive(), watch.pulse, watch.now)
  const desk = chamber.as('SEC')
  const opens = async (symbol: string) => (await desk.do({ do: 'silence.open', symbol })).version ?? 0
  await desk.do({ do: 'stage.move', to: 'consolidation' })
  const first = await opens('Rev.1')
  await chamber.as('FRA').do({ do: 'silence.see', version: first })
  await watch.pass('2009-10-13T15:00:00.000Z')
  await chamber.as('KEN').do({ do: 'silence.break', version: first, reason: 'Trop faible.' })
  await chamber.as('KEN').proposes('c2', 'la menace', 'le danger')
  await desk.do({ do: 'amendment.decide', amendment: 'KEN-1', decision: 'accept' })
  await desk.do({ do: 'stage.move', to: 'consolidation' })
  const second = await opens('Rev.2')
  await desk.do({ do: 'silence.cancel', version: second, reason: 'Cote erronée.' })
  await watch.pass('2009-10-14T15:00:00.000Z')
  const third = await opens('Rev.3')
  await desk.do({ do: 'silence.extend', version: third, deadline: EXTENDED, reason: 'Fête nationale.' })
  await watch.pass(EXTENDED)
  await chamber.opens('SGP minister')
  must(await chamber.as('SGP minister').endorses())
  return chamber
}

const tampered = (change: (record: Forged) => void): string => {
  const record = structuredClone(honest) as unknown as Forged
  change(record)
  return verifiedIn(folder, record)
}
/** Without the act, renumbered nowhere: numbers of acts may have gaps. */
const without = (record: Forged, kind: string, which = 0): void => {
  const gone = actOf(record, kind, which)
  record.acts = record.acts.filter(({ act }) => act !== gone)
}

test('[V4] a record with silence procedures broken, cancelled, extended and kept is in order', () => {
  const said = tampered(() => {})
  expect(said).toContain('All is well')
  expect(said).toContain('The final version is A/CONF.2009/1')
})

describe('[V4] [S1] tampering with a silence procedure is found, though the operator signs it again, where', () => {
  const cases: [what: string, says: RegExp, change: (record: Forged) => void][] = [
    [
      'a break is hidden',
      /\(amendment accepted\) moves a text that a silence procedure has frozen/,
      (it) => without(it, 'silence broken'),
    ],
    [
      'an extension is hidden',
      /\(text adopted\) is not of the frozen words, or not at their deadline/,
      (it) => without(it, 'silence extended'),
    ],
    [
      'an extension is made up, earlier than the deadline',
      /\(silence extended\) comes after the deadline, or cuts it short/,
      (it) => put(actOf(it, 'silence extended'), ['deadline'], '2009-10-15T00:00:00.000Z'),
    ],
    [
      'a break is dated after the deadline',
      /\(silence broken\) comes after the deadline/,
      (it) => put(actOf(it, 'silence broken'), ['at'], '2009-10-15T15:00:00.000Z'),
    ],
    [
      'the text is adopted before the deadline',
      /\(text adopted\) is not of the frozen words, or not at their deadline/,
      (it) => put(actOf(it, 'text adopted'), ['at'], '2009-10-22T15:00:00.000Z'),
    ],
    [
      'the adoption says that it was recorded before the deadline',
      /\(text adopted\) is not of the frozen words, or not at their deadline/,
      (it) => put(actOf(it, 'text adopted'), ['recorded'], '2009-10-22T15:00:00.000Z'),
    ],
    [
      'the adoption names the frozen text of another procedure',
      /\(silence opened\) freezes another version than the last/,
      (it) => put(actOf(it, 'silence opened', 2), ['frozen'], 1),
    ],
    [
      'a text is adopted that no silence procedure froze',
      /\(silence extended\) comes where no silence procedure runs/,
      (it) => {
        Object.assign(actOf(it, 'silence opened', 2), { kind: 'version issued' })
      },
    ],
    [
      'the end of a procedure is hidden, and the next begins while it runs',
      /\(silence opened\) comes while another silence procedure runs/,
      (it) => without(it, 'silence cancelled'),
    ],
    [
      'the procedure was closed on the day that it was opened',
      /\(silence opened\) comes after the deadline/,
      (it) => put(actOf(it, 'silence opened'), ['deadline'], OPENED),
    ],
  ]

  test.each(cases)('%s', (_, says, change) => {
    const said = tampered((record) => {
      change(record)
      resign(record, seal)
    })
    expect(said).toMatch(says)
    expect(said).toMatch(/^NOT IN ORDER\. [^\n]+\.\n$/)
  })
})
