import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../shared/actor.ts'
import { Command, type CommandInput } from '../../../shared/command.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { Authenticator } from '../../../tests/support/authenticator.ts'
import { DECLARATION, must, ORIGIN } from '../../../tests/support/chamber.ts'
import { PowerFile } from '../../../tests/support/disk.ts'
import { instrumentOf } from '../../../tests/support/instrument.ts'
import { MemoryArchive } from '../../../tests/support/memory-archive.ts'
import type { Aside } from '../../sitting/deed.ts'
import { type OpenSittings, openSittings } from '../../sitting/sittings.ts'
import { HEADER_BYTES, header } from './frame.ts'
import { openJournal } from './journal.ts'

describe('[J2] [J3] a declaration whose last record broke off, at whichever byte', () => {
  test('is unknown where that was its first act, keeps nobody from the others, and can be laid again', async () => {
    const laid = await life(EMPTY, async (sittings) => void must(await sittings.lay(DECLARATION, DESK)))
    for (let cut = HEADER_BYTES; cut < laid.length; cut++) {
      await life(laid.subarray(0, cut), async (sittings) => {
        expect(await sittings.summaries()).toEqual([])
        expect(await sittings.open(DECLARATION.id)).toMatchObject({ refused: 'declaration/unknown' })
      })
    }
    const again = await life(laid.subarray(0, HEADER_BYTES), async (sittings) => {
      must(await sittings.lay(DECLARATION, DESK))
    })
    await life(again, async (sittings) => expect(await sittings.summaries()).toHaveLength(1))
  })

  test('has everything but that endorsement, and the minister can endorse again', async () => {
    let hash = ''
    const final = await life(EMPTY, async (sittings) => {
      must(await sittings.lay(DECLARATION, DESK))
      for (const to of ['consolidation', 'final'] as const)
        await does(sittings, { do: 'stage.move', to }, DESK)
      const version = must(await must(await sittings.open(DECLARATION.id)).version(1))
      hash = version.head.hash
    })
    const device = new Authenticator(ORIGIN)
    const { capacity, name } = MINISTER
    const key = { id: device.id, spki: device.spki }
    const signatories = [{ capacity, state: 'SGP', name, title: 'Minister', key }]
    const aside = { origin: ORIGIN, signatories }
    const open = await life(final, async (sittings) => {
      await does(sittings, { do: 'signatories.list' }, DESK, aside)
      await does(sittings, { do: 'endorsement.open', hash }, DESK, aside)
    })
    const endorse = async (sittings: OpenSittings) => {
      const answer = must(await must(await sittings.open(DECLARATION.id)).endorsing(MINISTER, null))
      const instrument = instrumentOf(answer, { capacity, state: 'SGP', name, title: 'Minister' })
      await does(sittings, { do: 'text.endorse', signed: device.signs(instrument) }, MINISTER)
    }
    const whole = await life(open, endorse)
    for (let cut = open.length; cut <= whole.length; cut++) {
      const isWhole = cut === whole.length
      await life(whole.subarray(0, cut), async (sittings) => {
        const roll = must(await must(await sittings.open(DECLARATION.id)).roll())
        expect([cut, roll.endorsements.length]).toEqual([cut, isWhole ? 1 : 0])
        if (!isWhole && isTried(cut, open.length, whole.length)) await endorse(sittings)
      })
    }
  })
})

/** A signature makes a long record, and signing takes its time: again after every cut near its ends, and one in 29. */
const isTried = (cut: number, from: number, to: number): boolean =>
  cut < from + 40 || cut > to - 40 || cut % 29 === 0

const EMPTY = header(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))

/** One life of a server whose one journal holds these bytes when it starts; gives what it holds in the end. */
async function life(bytes: Uint8Array, what: (sittings: OpenSittings) => Promise<void>): Promise<Uint8Array> {
  const { file, bytes: now } = new PowerFile(bytes)
  const archive = new MemoryArchive()
  archive.declarations = async () => (bytes.length > HEADER_BYTES ? [DECLARATION.id] : [])
  archive.journal = () => openJournal(file, { torn: () => undefined, ignored: () => undefined })
  const log = { error: () => {}, info: () => {} }
  const sittings = openSittings({ archive, now: () => '2009-10-12T09:00:00.000Z', log, present: () => [] })
  await what(sittings)
  await sittings.close()
  return now()
}

async function does(sittings: OpenSittings, command: CommandInput, by: Actor, aside?: Aside): Promise<void> {
  const done = await must(await sittings.open(DECLARATION.id)).perform(Command.parse(command), by, aside)
  if (isRefusal(done)) throw new Error(done.refused)
}

const DESK: Actor = { capacity: 'c-sec', name: 'Secretariat', role: 'secretariat', delegation: null }
const MINISTER: Actor = { capacity: 'c-min', name: 'Minister', role: 'signatory', delegation: 'SGP' }
