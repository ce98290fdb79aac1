import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { faultOf } from '../../server/sitting/draft-faults.ts'
import { cloneText, newDeclarationDoc } from '../../shared/text.ts'
import { must } from '../support/chamber.ts'
import { Line as HonestLine } from '../support/delegate.ts'
import {
  type Content,
  deleted,
  element,
  type Forged,
  forge,
  type Id,
  values,
  words,
} from '../support/forgery.ts'
import {
  type Guest,
  House,
  type Line,
  presenceFrame,
  presences,
  step1,
  step2,
  updateFrame,
} from '../support/house.ts'

/** `MESSAGES=100000` goes on longer; `SEED=…` sends the same again. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 5_000)
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 0x7fff_ffff))
const BURST = 100

let house: House
beforeEach(async () => {
  house = await House.open()
})
afterEach(() => house.close())

const id: fc.Arbitrary<Id> = fc.record({
  client: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 77),
  clock: fc.nat(80),
})
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.constantFrom('a', 'é', '😀', '\u0000', '').map(words),
  fc.nat(3).map(deleted),
  fc.constantFrom('clause', 'script').map(element),
  fc.constantFrom('c1', 'n1', 7).map((value) => values(value)),
)
const struct: fc.Arbitrary<Forged> = fc.record(
  {
    origin: id,
    right: id,
    parent: fc.oneof(id, fc.constantFrom('text', 'record')),
    sub: fc.constantFrom('id', 'x'),
    content,
  },
  { requiredKeys: ['content'] },
)
const update: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.array(
      fc.record({
        client: fc.constantFrom(1, 3, 4, 5),
        clock: fc.nat(3),
        structs: fc.array(struct, { maxLength: 4 }),
      }),
      { maxLength: 2 },
    ),
    fc.array(
      fc.tuple(fc.constantFrom(1, 3, 4), fc.array(fc.tuple(fc.nat(90), fc.nat(4)), { maxLength: 3 })),
      { maxLength: 2 },
    ),
  )
  .map(([runs, deletes]) => forge(runs, deletes))
const bytes = fc.uint8Array({ maxLength: 60 })
const frame: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: update.map(updateFrame) },
  { weight: 1, arbitrary: update.map(step2) },
  { weight: 1, arbitrary: bytes.map(step1) },
  { weight: 1, arbitrary: bytes.map(presenceFrame) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(9), fc.nat(9), fc.jsonValue()).map((it) => presences([it])) },
  { weight: 2, arbitrary: bytes },
)
/** Some bytes of it turned, dropped or doubled on the way. */
const damaged = fc
  .tuple(frame, fc.array(fc.tuple(fc.nat(99), fc.nat(255)), { maxLength: 2 }), fc.nat(9))
  .map(([whole, turns, cut]) => {
    const sent = whole.slice(0, cut === 0 ? Math.floor(whole.length / 2) : whole.length)
    for (const [at, by] of turns)
      if (sent.length > 0) sent[at % sent.length] = (sent[at % sent.length] ?? 0) ^ by
    return sent
  })

test(`whatever ${MESSAGES} messages say, the server stands, documents change only by those who may, and others are served`, async () => {
  console.info(`fuzz: ${MESSAGES} messages, SEED=${SEED}`)
  const guests = await Promise.all(
    ['FRA', 'BRA', 'KEN', 'SEC', 'OBS', 'SGP minister'].map((who) => house.signIn(who)),
  )
  const [france, brazil, , secretariat] = guests as [Guest, Guest, Guest, Guest]
  const drafts = [await house.draft(france), await house.draft(brazil)]
  const idle = await house.draft(await house.signIn('USA'))
  const honest = await house.signIn('NOR')
  const frames = fc.sample(damaged, { seed: SEED, numRuns: MESSAGES })
  const places = ['', ...drafts.map((draft) => `/drafts/${draft.id}`), `/drafts/${idle.id}`, '/drafts/d9']
  const before = await documents(idle.id)
  const lines = new Map<string, Line>()
  let saved = 0
  for (let n = 0; n < frames.length; n += BURST) {
    for (const [index, sent] of frames.slice(n, n + BURST).entries()) {
      const guest = guests[(n + index * 7) % guests.length] ?? secretariat
      const place = places[(n + index) % places.length] ?? ''
      const key = `${guest.as}${place}`
      const known = lines.get(key)
      if (known) saved += known.heard.splice(0).filter(([type]) => type === 4).length
      const line = known && (await isOpen(known)) ? known : house.line(guest, `/sync/declaration${place}`)
      lines.set(key, line)
      await line.send(sent)
    }
    const started = Date.now()
    const client = new HonestLine(house.port, 'declaration', newDeclarationDoc(), honest.cookie, honest.as)
    expect(await client.opened).toBe(true)
    client.close()
    expect(Date.now() - started).toBeLessThan(1_000)
    expect(await documents(idle.id)).toEqual(before)
    expect(await faults()).toEqual([])
  }
  expect(house.refused.length).toBeGreaterThan(0)
  expect(house.logged).not.toMatch(/"level":(50|60)/)
  // Some of it is what an honest hand might have written: otherwise nothing was tried but the first gate.
  expect(saved).toBeGreaterThan(0)
})

const isOpen = (line: Line): Promise<boolean> =>
  Promise.race([
    line.closed.then(() => false),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(true))),
  ])

/** What nobody of these may change: the text, the record but for drafts that grow, and a draft of others. */
const documents = async (draft: string) =>
  must(
    await house.chamber.sitting.look((record, { text, drafts }) => ({
      text: Y.encodeStateAsUpdate(text),
      record: JSON.stringify(record),
      draft: Y.encodeStateAsUpdate(drafts.get(draft) ?? new Y.Doc()),
    })),
  )

const faults = async () =>
  must(
    await house.chamber.sitting.look((_, { text, drafts }) =>
      [...drafts.values()].flatMap((draft) => faultOf(cloneText(draft), text) ?? []),
    ),
  )
