import { describe, expect, test } from 'vitest'
import type { Act } from '../../shared/act.ts'
import { finalVersion } from '../../shared/record.ts'
import { Chamber, DECLARATION, must } from '../../tests/support/chamber.ts'
import { MemoryArchive } from '../../tests/support/memory-archive.ts'
import { Watch } from '../../tests/support/watch.ts'
import { openSittings } from './sittings.ts'

/** Five in the afternoon in Geneva, in summer. */
const OPENED = '2009-10-12T15:00:00.000Z'
const DEADLINE = '2009-10-15T15:00:00.000Z'
const earlier = (instant: string, ms = 1): string => new Date(Date.parse(instant) - ms).toISOString()
const later = (instant: string, ms = 1): string => earlier(instant, -ms)
/** Nobody reads it. */
const log = { error: () => {}, info: () => {} }
/** The text was frozen by itself when the stage before ended. */
const FROZEN = 2
const BREAK = { do: 'silence.break', version: FROZEN, reason: 'Notre capitale n’a pas répondu.' } as const

/** A meeting whose text is frozen until the deadline. */
async function silent(
  deadline: string | null = null,
  opened = OPENED,
): Promise<{ chamber: Chamber; watch: Watch; archive: MemoryArchive }> {
  const watch = new Watch(opened)
  const archive = new MemoryArchive()
  const chamber = await Chamber.open(archive, watch.pulse, watch.now)
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
  await chamber.as('SEC').do({ do: 'stage.move', to: 'consolidation' })
  await chamber.as('SEC').do({ do: 'silence.open', symbol: 'A/CONF.2009/L.1/Rev.1', deadline })
  return { chamber, watch, archive }
}

/** The server after a power cut: what is on disk, and the clock as it is now. */
const restarted = (archive: MemoryArchive, watch: Watch): Promise<Chamber> =>
  Chamber.open(archive.copy(), watch.pulse, watch.now)

const acts = async (chamber: Chamber): Promise<readonly Act[]> => must(await chamber.sitting.acts())
const last = async (chamber: Chamber) => (await acts(chamber)).at(-1)

describe('a silence procedure', () => {
  test('freezes a version for 72 hours by default', async () => {
    const { chamber } = await silent()
    const { stage, silence, versions } = await chamber.record()
    expect([stage, silence?.deadline, silence?.end]).toEqual(['silence', DEADLINE, null])
    expect(versions.at(-1)).toMatchObject({ number: FROZEN, symbol: 'A/CONF.2009/L.1/Rev.1', final: false })
  })

  test('is told in the list of declarations, until it ends', async () => {
    const { chamber, watch } = await silent()
    const told = async () =>
      (await chamber.sittings.summaries()).map(({ stage, deadline }) => [stage, deadline])
    expect(await told()).toEqual([['silence', DEADLINE]])
    await watch.pass(DEADLINE)
    expect(await told()).toEqual([['final', null]])
  })

  test('puts the last version before the delegations where its words still stand', async () => {
    const chamber = await Chamber.open()
    const desk = chamber.as('SEC')
    await desk.do({ do: 'stage.move', to: 'consolidation' })
    expect(await desk.do({ do: 'silence.open' })).toMatchObject({ version: 0 })
    expect((await chamber.record()).versions.map((it) => it.automatic)).toEqual([undefined, 'stage'])
  })

  test('needs a symbol where the text has moved since the last version', async () => {
    const chamber = await Chamber.open()
    await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    await chamber.as('SEC').do({ do: 'stage.move', to: 'consolidation' })
    const answer = await chamber.as('SEC').try({ do: 'silence.open' })
    expect(answer).toMatchObject({ refused: 'silence/words-moved' })
  })

  test('records a receipt for each delegation, once', async () => {
    const { chamber, watch } = await silent()
    watch.set('2009-10-13T08:00:00.000Z')
    const seen = { do: 'silence.see', version: FROZEN } as const
    await chamber.as('KEN').do(seen)
    watch.set('2009-10-14T08:00:00.000Z')
    expect(await chamber.as('KEN').do(seen)).toEqual({ act: null })
    await chamber.as('SGP minister').do(seen)
    const { receipts } = await chamber.record()
    expect(Object.entries(receipts ?? {}).map(([code, { at }]) => [code, at])).toEqual([
      ['KEN', '2009-10-13T08:00:00.000Z'],
      ['SGP', '2009-10-14T08:00:00.000Z'],
    ])
  })

  test('is about one version: who has read another is told so', async () => {
    const { chamber } = await silent()
    for (const input of [{ do: 'silence.see', version: 0 } as const, { ...BREAK, version: 0 }])
      expect(await chamber.as('KEN').try(input)).toMatchObject({ refused: 'silence/other-version' })
  })

  test('is broken with a reason, names the delegation, and opens drafting again with all drafts', async () => {
    const { chamber, watch } = await silent()
    watch.set('2009-10-14T08:00:00.000Z')
    await chamber.as('KEN').do(BREAK)
    const { stage, silence } = await chamber.record()
    const { reason } = BREAK
    expect([stage, silence?.end]).toMatchObject(['drafting', { is: 'broken', delegation: 'KEN', reason }])
    await chamber.as('KEN').proposes('c2', 'le danger', 'le risque')
    await watch.pass(later(DEADLINE))
    expect((await chamber.record()).stage).toBe('drafting')
  })

  test('is extended and cancelled by the secretariat, with reasons', async () => {
    const { chamber, watch } = await silent()
    const desk = chamber.as('SEC')
    const reason = 'Fête nationale'
    const deadline = '2009-10-20T10:00:00.000Z'
    await desk.do({ do: 'silence.extend', version: FROZEN, deadline: '2009-10-20T12:00:00+02:00', reason })
    await watch.pass(later(DEADLINE))
    expect((await chamber.record()).silence).toMatchObject({ deadline, end: null, extensions: [{ reason }] })
    await desk.do({ do: 'silence.cancel', version: FROZEN, reason: 'Faute de frappe' })
    await watch.pass(later(deadline))
    const { stage, silence } = await chamber.record()
    expect([stage, silence?.end]).toMatchObject(['consolidation', { is: 'cancelled' }])
  })

  test.each([
    ['has passed', earlier(OPENED)],
    ['is now', OPENED],
    ['is more than a year ahead', '2010-11-01T00:00:00.000Z'],
  ])('takes no deadline that %s', async (_, deadline) => {
    const watch = new Watch(OPENED)
    const chamber = await Chamber.open(new MemoryArchive(), watch.pulse, watch.now)
    await chamber.as('SEC').do({ do: 'stage.move', to: 'consolidation' })
    const answer = await chamber.as('SEC').try({ do: 'silence.open', deadline })
    expect(answer).toMatchObject({ refused: 'silence/deadline' })
  })

  test('is never cut short: a deadline that was given is kept', async () => {
    const { chamber } = await silent()
    const answer = chamber
      .as('SEC')
      .try({ do: 'silence.extend', version: FROZEN, deadline: earlier(DEADLINE), reason: 'x' })
    expect(await answer).toMatchObject({ refused: 'silence/deadline' })
  })
})

describe('[S1] at the deadline', () => {
  test('the text is adopted by itself, and is open to the ministers', async () => {
    const { chamber, watch } = await silent()
    await watch.pass(earlier(DEADLINE))
    expect((await chamber.record()).stage).toBe('silence')
    await watch.pass(DEADLINE)
    const record = await chamber.record()
    const version = finalVersion(record)
    expect([record.stage, version?.at, version?.symbol]).toEqual(['final', DEADLINE, 'A/CONF.2009/1'])
    expect(version?.hash).toBe(record.versions[FROZEN]?.hash)
    expect(await last(chamber)).toMatchObject({ kind: 'text adopted', at: DEADLINE, recorded: DEADLINE })
    await chamber.opens('SGP minister')
    must(await chamber.as('SGP minister').endorses())
  })

  test('nobody has to be there, and nobody is shown a silence that is over', async () => {
    const { chamber, watch } = await silent()
    watch.set(DEADLINE)
    // No timer has run.
    expect((await chamber.record()).stage).toBe('final')
  })

  test('months ahead, no timer is set for longer than a machine can wait', async () => {
    const deadline = '2010-03-28T10:00:00.000Z'
    const { chamber, watch } = await silent(deadline)
    await watch.pass(earlier(deadline))
    expect((await chamber.record()).stage).toBe('silence')
    await watch.pass(deadline)
    expect(await last(chamber)).toMatchObject({ kind: 'text adopted', at: deadline, recorded: deadline })
    expect(watch.longest).toBeLessThan(2 ** 31)
  })

  test('a clock that is put forward is noticed within a minute', async () => {
    const { chamber, watch } = await silent()
    watch.set(later(DEADLINE, 5_000))
    await watch.pass(later(DEADLINE, 65_000))
    const entries = must(await chamber.sitting.look((_, state) => state.acts.at(-1)))
    expect(entries).toMatchObject({ kind: 'text adopted', at: DEADLINE })
  })

  test.each([
    ['in Geneva clocks are put back', '2009-10-23T15:00:00.000Z', 'Europe/Zurich', '16:00'],
    ['in Geneva clocks are put forward', '2010-03-26T15:00:00.000Z', 'Europe/Zurich', '17:00'],
    ['in Singapore they never are', '2010-03-26T15:00:00.000Z', 'Asia/Singapore', '23:00'],
    ['in Nairobi they never are', '2009-10-23T15:00:00.000Z', 'Africa/Nairobi', '18:00'],
    ['in Kathmandu a quarter of an hour counts', '2009-10-23T15:00:00.000Z', 'Asia/Kathmandu', '20:45'],
  ])('72 hours are 72 hours, though %s', async (_, opened, timeZone, wall) => {
    const { chamber, watch } = await silent(null, opened)
    const deadline = (await chamber.record()).silence?.deadline ?? ''
    expect(Date.parse(deadline) - Date.parse(opened)).toBe(72 * 3_600_000)
    expect(new Intl.DateTimeFormat('fr', { timeStyle: 'short', timeZone }).format(new Date(deadline))).toBe(
      wall,
    )
    await watch.pass(earlier(deadline))
    expect((await chamber.record()).stage).toBe('silence')
    await watch.pass(deadline)
    expect((await chamber.record()).stage).toBe('final')
  })
})

describe('[S1] over a restart', () => {
  test('a deadline that passed while the server was down is kept: dated then, recorded now', async () => {
    const { archive, watch } = await silent()
    const back = later(DEADLINE, 3_600_000)
    watch.set(back)
    const chamber = await restarted(archive, watch)
    await chamber.sittings.keepDeadlines()
    const act = must(await chamber.sitting.look((_, state) => state.acts.at(-1)))
    expect(act).toMatchObject({ kind: 'text adopted', at: DEADLINE, recorded: back, frozen: FROZEN })
    expect(finalVersion(await chamber.record())).toMatchObject({ at: DEADLINE, number: FROZEN + 1 })
  })

  test('a silence that still runs ends at its deadline though nobody opens the declaration', async () => {
    const { archive, watch } = await silent()
    watch.set('2009-10-14T00:00:00.000Z')
    const copy = archive.copy()
    let adopted = 0
    copy.onAppend = ({ steps }) => {
      adopted += steps.filter((step) => 'act' in step && step.act.kind === 'text adopted').length
    }
    const sittings = openSittings({
      archive: copy,
      now: watch.now,
      log,
      present: () => [],
      pulse: watch.pulse,
    })
    await sittings.keepDeadlines()
    await watch.pass(DEADLINE)
    expect(adopted).toBe(1)
    await sittings.close()
  })

  test('killed between, the text is adopted once, and says the same after every further start', async () => {
    const { archive, watch } = await silent()
    watch.set(DEADLINE)
    const first = await restarted(archive, watch)
    const record = await first.record()
    const copy = (first.archive as MemoryArchive).copy()
    watch.set(later(DEADLINE, 86_400_000))
    const second = await Chamber.open(copy, watch.pulse, watch.now)
    expect(JSON.stringify(await second.record())).toBe(JSON.stringify(record))
    const adopted = (await acts(second)).filter(({ kind }) => kind === 'text adopted')
    expect(adopted).toHaveLength(1)
  })

  test('an extension and a receipt survive it', async () => {
    const { chamber, archive, watch } = await silent()
    await chamber.as('KEN').do({ do: 'silence.see', version: FROZEN })
    const deadline = later(DEADLINE, 86_400_000)
    await chamber.as('SEC').do({ do: 'silence.extend', version: FROZEN, deadline, reason: 'x' })
    watch.set(later(DEADLINE))
    const again = await restarted(archive, watch)
    await again.sittings.keepDeadlines()
    expect(await again.record()).toMatchObject({ stage: 'silence', receipts: { KEN: {} } })
    await watch.pass(deadline)
    expect(await last(again)).toMatchObject({ kind: 'text adopted', at: deadline, recorded: deadline })
  })

  test('a declaration that does not open keeps no other from its deadline', async () => {
    const { archive, watch } = await silent()
    const copy = archive.copy()
    const journal = copy.journal.bind(copy)
    copy.declarations = async () => ['damaged', DECLARATION.id]
    copy.journal = (id) =>
      id === 'damaged' ? Promise.reject(new Error('journal 7 is damaged')) : journal(id)
    watch.set(DEADLINE)
    const sittings = openSittings({ archive: copy, now: watch.now, log, present: () => [] })
    await sittings.keepDeadlines()
    const sitting = must(await sittings.open(DECLARATION.id))
    expect(must(await sitting.look(({ stage }) => stage))).toBe('final')
  })
})

describe('[S1] break and deadline at the same moment', () => {
  test('a break that came before the deadline counts, though the disk let it wait until after', async () => {
    const { chamber, archive, watch } = await silent()
    watch.set(earlier(DEADLINE))
    const resume = archive.stall()
    const comment = chamber
      .as('FRA')
      .do({ do: 'comment.make', on: { clause: 'c1' }, words: 'Le disque est occupé.' })
    await Promise.resolve()
    const broken = chamber.as('KEN').do(BREAK)
    await watch.pass(later(DEADLINE, 3_000))
    resume()
    await Promise.all([comment, broken])
    expect((await chamber.record()).stage).toBe('drafting')
    expect(await last(chamber)).toMatchObject({ kind: 'silence broken', at: earlier(DEADLINE) })
  })

  test('a break that comes at the deadline finds the text adopted', async () => {
    const { chamber, watch } = await silent()
    watch.set(DEADLINE)
    const answer = await chamber.as('KEN').try(BREAK)
    expect(answer).toMatchObject({ refused: 'policy/stage', about: { stage: 'final' } })
    expect(await last(chamber)).toMatchObject({ kind: 'text adopted', at: DEADLINE })
  })

  test('of two breaks in one turn, one before and one after the deadline, the first counts', async () => {
    const { chamber, watch } = await silent()
    watch.set(earlier(DEADLINE))
    const first = chamber.as('KEN').try(BREAK)
    watch.set(later(DEADLINE))
    const second = chamber.as('BRA').try(BREAK)
    expect(await first).toMatchObject({ act: expect.any(Number) })
    expect(await second).toMatchObject({ refused: 'policy/stage', about: { stage: 'drafting' } })
  })

  test('a break that was not on disk when the server died was never made: its sender was told nothing', async () => {
    const { chamber, archive, watch } = await silent()
    watch.set(earlier(DEADLINE))
    archive.stall()
    let told = false
    void chamber
      .as('KEN')
      .try(BREAK)
      .then(() => {
        told = true
      })
    await watch.pass(DEADLINE)
    const again = await restarted(archive, watch)
    expect((await again.record()).stage).toBe('final')
    expect(told).toBe(false)
  })

  test('a break that was on disk when the server died counts, though its sender was told nothing', async () => {
    const { chamber, archive, watch } = await silent()
    watch.set(earlier(DEADLINE))
    await chamber.as('KEN').do(BREAK)
    watch.set(later(DEADLINE))
    expect((await (await restarted(archive, watch)).record()).stage).toBe('drafting')
  })

  test('an extension that came before the deadline moves it, whatever waited', async () => {
    const { chamber, watch } = await silent()
    watch.set(earlier(DEADLINE))
    const moved = later(DEADLINE, 86_400_000)
    const extended = chamber
      .as('SEC')
      .do({ do: 'silence.extend', version: FROZEN, deadline: moved, reason: 'x' })
    watch.set(later(DEADLINE))
    await extended
    expect((await chamber.record()).silence).toMatchObject({ deadline: moved, end: null })
  })

  test('the times of acts never run backwards', async () => {
    const { chamber, watch } = await silent()
    watch.set(earlier(DEADLINE))
    const seen = chamber.as('KEN').do({ do: 'silence.see', version: FROZEN })
    watch.set(later(DEADLINE, 10_000))
    await seen
    await chamber.as('SEC').do({ do: 'stage.move', to: 'closed' })
    const times = (await acts(chamber)).map(({ at }) => at)
    expect(times).toEqual([...times].sort())
  })
})
