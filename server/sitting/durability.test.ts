import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { edits } from '../../shared/edits.ts'
import { readMirror } from '../../shared/mirror.ts'
import { recordRoot } from '../../shared/text.ts'
import { Chamber, DECLARATION, must, replace } from '../../tests/support/chamber.ts'
import { MemoryArchive } from '../../tests/support/memory-archive.ts'
import { moves } from '../../tests/support/negotiation.ts'
import { holdsInTurn } from '../../tests/support/property.ts'
import type { Listener } from './around.ts'
import { SHOWING, TURNING } from './breath.ts'
import { faultOf } from './draft-faults.ts'

/** Keeps everything that the room would hear. */
class Ear implements Listener {
  readonly heard: string[] = []
  readonly updates: Uint8Array[] = []
  hall = (update: Uint8Array) => {
    this.heard.push('hall')
    this.updates.push(update)
  }
  draft = (id: string) => void this.heard.push(id)
  draftClosed = (id: string) => void this.heard.push(`closed ${id}`)
  draftsChanged = () => {}
  notesChanged = () => {}
  broken = () => void this.heard.push('broken')
}

const patience = () => new Promise((resolve) => setImmediate(resolve))

describe('[J1] nothing is told before it is on disk', () => {
  test('while the disk stalls nobody hears, nobody is answered, and a reader waits too', async () => {
    const chamber = await Chamber.open()
    const { id, doc } = await chamber.as('FRA').draft()
    const ear = new Ear()
    chamber.sitting.listen(ear)
    const resume = chamber.archive.stall()
    let saved = false
    let read = false
    const writing = chamber
      .as('FRA')
      .write(id, doc, () => replace(doc, 'c2', 'menace', 'crainte'))
      .then(() => {
        saved = true
      })
    await patience()
    const reading = chamber.record().then(() => {
      read = true
    })
    await patience()
    expect([ear.heard, saved, read]).toEqual([[], false, false])
    resume()
    await Promise.all([writing, reading])
    expect([ear.heard.includes('hall'), saved, read]).toEqual([true, true, true])
  })

  test('what the room has heard is always less than or equal to what the disk has', async () => {
    const chamber = await Chamber.open()
    let onDisk = 0
    chamber.archive.onAppend = () => {
      onDisk++
    }
    const ahead: number[] = []
    const ear = new Ear()
    ear.hall = () => void ahead.push(ahead.length + 1 - onDisk)
    chamber.sitting.listen(ear)
    await Promise.all(['FRA', 'BRA', 'KEN'].map((who) => chamber.as(who).proposes('c1', '', ` ${who}`)))
    expect(ahead.length).toBeGreaterThan(0)
    expect(Math.max(...ahead)).toBeLessThanOrEqual(0)
  })

  test('when the disk fails, the words are refused, the room is told, and nothing of it was shown', async () => {
    const chamber = await Chamber.open()
    const { id, doc } = await chamber.as('FRA').draft()
    const ear = new Ear()
    chamber.sitting.listen(ear)
    chamber.archive.fail(true)
    const refusal = await chamber.as('FRA').write(id, doc, () => replace(doc, 'c2', 'menace', 'crainte'))
    expect(refusal).toMatchObject({ refused: 'server/disk' })
    expect(ear.heard).toEqual(['broken'])

    chamber.archive.fail(false)
    const again = must(await chamber.sittings.open(DECLARATION.id))
    expect(again).not.toBe(chamber.sitting)
    expect(must(await again.look((_, { drafts }) => drafts.has(id)))).toBe(true)
  })
})

describe('a room that is full', () => {
  test('sees drafts grow at its own pace, and misses nothing; who writes is answered at once', async () => {
    const timers: (() => void)[] = []
    let [spent, now] = [0, 0]
    // A turn's rest is over at once; a showing that is put off waits for its timer.
    const later = (ms: number, then: () => void) => (ms <= TURNING.longest ? then() : void timers.push(then))
    const pulse = { clock: () => now, processor: () => spent, later }
    const chamber = await Chamber.open(new MemoryArchive(), pulse)
    const ear = new Ear()
    ear.hall = () => {
      spent += 20
    }
    chamber.sitting.listen(ear)
    const sees = async () => (await hall(chamber))?.live['d1']?.hunks[0]?.insert
    const { id, doc } = await chamber.as('FRA').draft()
    const types = (was: string, by: string) =>
      chamber.as('FRA').write(id, doc, () => replace(doc, 'c2', was, by))
    now = 1_000
    await types('la menace', 'le danger')
    expect(await sees()).toBe('le danger')
    await types('danger', 'péril')
    expect(await sees()).toBe('le danger')
    now += SHOWING.longest
    for (const timer of timers.splice(0)) timer()
    expect(await sees()).toBe('le péril')

    await types('péril', 'risque')
    // A decision is shown at once, whatever the pace, and with it what had grown.
    await chamber.as('BRA').do({ do: 'comment.make', on: { clause: 'c1' }, words: 'Oui.' })
    expect(await sees()).toBe('le risque')
  })
})

describe('what opens again from the journal', () => {
  test('is the same room, to the byte, whatever was done', async () => {
    await holdsInTurn('reopened', [moves(8)], async (steps) => {
      const chamber = await Chamber.open()
      for (const [kind, a, b] of steps) await anything(chamber, kind, a, b)
      const again = await Chamber.open(chamber.archive.copy())
      expect(await again.record()).toEqual(await chamber.record())
      expect(await again.bytes()).toEqual(await chamber.bytes())
      expect(await hall(again)).toEqual(await hall(chamber))
    })
  })

  test('what the room sees of a draft is what comparing all of it gives, however it was typed', async () => {
    await holdsInTurn('live', [moves(8)], async (steps) => {
      const chamber = await Chamber.open()
      for (const [kind, a, b] of steps) await anything(chamber, kind, a, b)
      await chamber.as('KEN').type('c1', '', ' 😀')
      await chamber.as('KEN').type('c1', '😀', '😁')
      const view = await hall(chamber)
      for (const amendment of Object.values(view?.record.amendments ?? {})) {
        if (amendment.state !== 'pending') continue
        const afresh = must(await chamber.sitting.look((_, state) => state.effectOf(amendment)))
        expect(view?.effects[amendment.id]).toEqual(afresh)
      }
      const faults = await chamber.sitting.look((_, { text, drafts }) =>
        [...drafts.values()].map((it) => faultOf(it, text)),
      )
      for (const fault of must(faults)) expect(fault).toBeNull()
      for (const [id, live] of Object.entries(view?.live ?? {})) {
        expect(live).toEqual(
          must(await chamber.sitting.look((_, { text, drafts }) => edits(text, drafts.get(id) ?? text))),
        )
      }
    })
  })

  test('[P2] a server that was started again writes under a fresh client id', async () => {
    const archive = new MemoryArchive()
    const pens: number[] = []
    for (let start = 0; start < 3; start++) {
      const chamber = await Chamber.open(archive)
      await chamber.as('FRA').do({ do: 'comment.make', on: { clause: 'c1' }, words: 'Oui.' })
      pens.push(must(await chamber.sitting.look((_, { hall: doc }) => doc.clientID)))
    }
    expect(new Set(pens).size).toBe(3)
  })

  test('a client that was there before meets a restarted server without losing anything', async () => {
    const chamber = await Chamber.open()
    const ear = new Ear()
    const mine = new Y.Doc({ gc: false })
    Y.applyUpdate(mine, must(await chamber.sitting.look((_, state) => Y.encodeStateAsUpdate(state.hall))))
    chamber.sitting.listen(ear)
    await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
    for (const update of ear.updates) Y.applyUpdate(mine, update)
    const again = await Chamber.open(chamber.archive.copy())
    await again.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    Y.applyUpdate(
      mine,
      must(
        await again.sitting.look((_, state) => Y.encodeStateAsUpdate(state.hall, Y.encodeStateVector(mine))),
      ),
    )
    expect(mine.getXmlFragment('text').toString()).toContain('le danger')
    expect([mine.store.pendingStructs, mine.store.pendingDs]).toEqual([null, null])
  })
})

async function anything(chamber: Chamber, kind: number, a: number, b: number): Promise<void> {
  const voice = chamber.as(['FRA', 'BRA', 'KEN'][a % 3] ?? 'FRA')
  const clause = `c${(b % 3) + 1}`
  if (kind % 5 < 2 && kind % 3 === 1) await voice.moves(clause, `c${((b + 1) % 3) + 1}`)
  else if (kind % 5 < 2) await voice.type(clause, '', ` mot${kind}`)
  else if (kind % 5 === 2)
    await voice.try({ do: 'amendment.table', draft: (await voice.draft()).id, reason: '' })
  else if (kind % 5 === 3) await voice.do({ do: 'comment.make', on: { clause }, words: 'Pourquoi ?' })
  else await chamber.as('SEC').try({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
}

const hall = async (chamber: Chamber) =>
  must(await chamber.sitting.look((_, state) => readMirror(recordRoot(state.hall))))

test('words that wait while the disk fails are told so too, and not that they were wrong', async () => {
  const chamber = await Chamber.open()
  const { id, doc } = await chamber.as('FRA').draft()
  chamber.archive.fail(true)
  const answers = [0, 1, 2].map((n) =>
    chamber.as('FRA').write(id, doc, () => replace(doc, 'c2', '', ` mot${n}`)),
  )
  await patience()
  answers.push(chamber.as('FRA').write(id, doc, () => replace(doc, 'c2', '', ' encore')))
  for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ refused: 'server/disk' })
})
