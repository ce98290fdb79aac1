import fc from 'fast-check'
import * as Y from 'yjs'
import { faultOf } from '../../server/sitting/draft-faults.ts'
import { cloneText, elementsOf, newDeclarationDoc, wordsOf } from '../../shared/text.ts'
import { must } from './chamber.ts'
import { Line as HonestLine } from './delegate.ts'
import { type Content, deleted, element, type Forged, forge, type Id, values, words } from './forgery.ts'
import { type Guest, House, type Line, presenceFrame, presences, step1, step2, updateFrame } from './house.ts'

/** Random messages through real sockets: bytes that are none, and such as an honest hand might nearly have sent. */

const id: fc.Arbitrary<Id> = fc.record({
  client: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 77),
  clock: fc.nat(80),
})
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.constantFrom('a', 'é', '😀', '\u0000', '').map(words),
  fc.nat(3).map(deleted),
  fc.constantFrom('clause', 'script').map(element),
  fc.constantFrom('c1', 'n1', 7, { clause: 'c1', after: 'c2', turn: 1 }).map((value) => values(value)),
)
const struct: fc.Arbitrary<Forged> = fc.record(
  {
    origin: id,
    right: id,
    parent: fc.oneof(id, fc.constantFrom('text', 'record', 'moves')),
    sub: fc.constantFrom('id', 'x', 'm3-1', 'm4-1'),
    content,
  },
  { requiredKeys: ['content'] },
)
/** Of pens whose next clock is known, so that more is wrong with it than its number. */
const updateBy = (pens: readonly Pen[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.array(
        fc.record({
          pen: fc.constantFrom(...pens, { pen: 1, next: 0 }),
          ahead: fc.constantFrom(0, 0, 0, 1, 9),
          structs: fc.array(struct, { maxLength: 4 }),
        }),
        { maxLength: 2 },
      ),
      fc.array(
        fc.tuple(fc.constantFrom(1, 3, 4), fc.array(fc.tuple(fc.nat(90), fc.nat(4)), { maxLength: 3 })),
        { maxLength: 2 },
      ),
    )
    .map(([runs, deletes]) =>
      forge(
        runs.map(({ pen: { pen, next }, ahead, structs }) => ({ client: pen, clock: next + ahead, structs })),
        deletes,
      ),
    )
const bytes = fc.uint8Array({ maxLength: 60 })
const frameOf = (update: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    { weight: 4, arbitrary: update.map(updateFrame) },
    { weight: 1, arbitrary: update.map(step2) },
    { weight: 1, arbitrary: bytes.map(step1) },
    { weight: 1, arbitrary: bytes.map(presenceFrame) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(9), fc.nat(9), fc.jsonValue()).map((it) => presences([it])) },
    { weight: 2, arbitrary: bytes },
  )
const turns = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(99), fc.nat(255)), { maxLength: 2 }) },
)
/** Some bytes of it turned, or lost on the way. */
const damaged = (frame: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(frame, turns, fc.nat(9)).map(([whole, turned, cut]) => {
    const sent = whole.slice(0, cut === 0 ? Math.floor(whole.length / 2) : whole.length)
    for (const [at, by] of turned)
      if (sent.length > 0) sent[at % sent.length] = (sent[at % sent.length] ?? 0) ^ by
    return sent
  })

interface Pen {
  readonly pen: number
  /** The clock of the next unit that it writes. */
  readonly next: number
}

/** What came of it. */
export interface Fuzzed {
  readonly messages: number
  readonly seed: number
  /** After how many messages everything was looked at. */
  readonly bursts: number
  /** What was taken in: some of it must be, or nothing was tried but the first gate. */
  readonly saved: number
  /** How often each refusal was written down. */
  readonly refused: Readonly<{ [code: string]: number }>
  /** The longest that an honest client waited to be in step, in milliseconds. */
  readonly slowest: number
  /** What should never have been; empty when all is well. */
  readonly harms: readonly string[]
}

const BURST = 100

/** Sends them, and after each hundred lets an honest client in and looks at every document. */
export async function fuzz(messages: number, seed: number): Promise<Fuzzed> {
  const house = await House.open()
  try {
    return await new Fuzzer(house, seed).run(messages)
  } finally {
    await house.close()
  }
}

class Fuzzer {
  private readonly house: House
  private readonly seed: number
  private readonly lines = new Map<string, Line>()
  private readonly harms: string[] = []
  private saved = 0
  private slowest = 0

  constructor(house: House, seed: number) {
    this.house = house
    this.seed = seed
  }

  async run(messages: number): Promise<Fuzzed> {
    const { house } = this
    const guests = await Promise.all(
      ['FRA', 'BRA', 'KEN', 'SEC', 'OBS', 'SGP minister'].map((who) => house.signIn(who)),
    )
    const [france, brazil] = guests as [Guest, Guest]
    const drafts = [await house.draft(france), await house.draft(brazil)] as const
    const idle = await house.draft(await house.signIn('USA'))
    const honest = await house.signIn('NOR')
    const places = ['', ...drafts.map(({ id }) => `/drafts/${id}`), `/drafts/${idle.id}`, '/drafts/d9']
    const before = await this.documents(idle.id)
    let bursts = 0
    for (let sent = 0; sent < messages; sent += BURST) {
      const count = Math.min(BURST, messages - sent)
      const hands = await this.hands(drafts)
      const frames = fc.sample(damaged(frameOf(updateBy(hands))), {
        seed: this.seed + bursts,
        numRuns: count,
      })
      for (const [index, frame] of frames.entries()) {
        // Amid all that, France and Brazil write in earnest.
        const hand = index % 10 === 9 ? hands[(index >> 4) % hands.length] : undefined
        const typed = hand?.type()
        if (hand && typed)
          await this.send(
            hand.draft === drafts[0].id ? france : brazil,
            `/drafts/${hand.draft}`,
            updateFrame(typed),
          )
        const guest = guests[(sent + index * 7) % guests.length] ?? france
        await this.send(guest, places[(sent + index) % places.length] ?? '', frame)
      }
      await this.lookAt(honest, idle.id, before)
      // A refusal is written down once a minute.
      house.pass(61_000)
      bursts++
    }
    if (/"level":(50|60)/.test(house.logged)) this.harms.push('the server logged a fault of its own')
    const { saved, slowest, harms, seed } = this
    return { messages, seed, bursts, saved, slowest, harms, refused: this.refusals() }
  }

  private async send(guest: Guest, place: string, frame: Uint8Array): Promise<void> {
    const key = `${guest.as}${place}`
    const known = this.lines.get(key)
    if (known) this.saved += known.heard.splice(0).filter(([type]) => type === 4).length
    const line = known && (await isOpen(known)) ? known : this.house.line(guest, `/sync/declaration${place}`)
    this.lines.set(key, line)
    await line.send(frame)
  }

  /** The pens of the drafts as they stand now, each with a tab in which it types. */
  private hands = async (drafts: readonly { readonly id: string; readonly pen: number }[]) =>
    must(
      await this.house.chamber.sitting.look((_, state) =>
        drafts.map(({ id, pen }) => {
          const doc = cloneText(state.drafts.get(id) ?? new Y.Doc())
          const next = Y.getState(doc.store, pen)
          doc.clientID = pen
          return { draft: id, pen, next, type: () => typedIn(doc) }
        }),
      ),
    )

  private async lookAt({ cookie, as }: Guest, draft: string, before: string): Promise<void> {
    const started = performance.now()
    const client = new HonestLine(this.house.port, 'declaration', newDeclarationDoc(), cookie, as)
    if (!(await client.opened)) this.harms.push('an honest client was not let in')
    client.close()
    this.slowest = Math.max(this.slowest, performance.now() - started)
    if ((await this.documents(draft)) !== before) this.harms.push('a document changed that nobody may change')
    this.harms.push(...(await this.faults()))
  }

  /** What nobody of these may change: the text, the record but for drafts that grow, and a draft of others. */
  private documents = async (draft: string): Promise<string> =>
    must(
      await this.house.chamber.sitting.look((record, { text, drafts }) =>
        JSON.stringify([
          [...Y.encodeStateAsUpdate(text)],
          record,
          [...Y.encodeStateAsUpdate(drafts.get(draft) ?? new Y.Doc())],
        ]),
      ),
    )

  private faults = async (): Promise<readonly string[]> =>
    must(
      await this.house.chamber.sitting.look((_, { text, drafts }) =>
        [...drafts.values()].flatMap((draft) => faultOf(cloneText(draft), text) ?? []),
      ),
    )

  private refusals(): Fuzzed['refused'] {
    const counted: { [code: string]: number } = {}
    for (const { code, times } of this.house.refused) counted[code] = (counted[code] ?? 0) + times
    return counted
  }
}

/** A letter at the end of the first clause. */
function typedIn(doc: Y.Doc): Uint8Array {
  const before = Y.encodeStateVector(doc)
  const words = wordsOf(elementsOf(doc)[1] ?? new Y.XmlElement())
  words?.insert(words.length, 'a')
  return Y.encodeStateAsUpdate(doc, before)
}

const isOpen = (line: Line): Promise<boolean> =>
  Promise.race([
    line.closed.then(() => false),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(true))),
  ])
