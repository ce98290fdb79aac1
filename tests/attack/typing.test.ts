import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { faultOf } from '../../server/sitting/draft-faults.ts'
import { neighbourhood } from '../../server/sitting/neighbours.ts'
import { isTyping } from '../../server/sitting/typing.ts'
import { readUpdate } from '../../server/sitting/update.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { cloneText, layText, readText } from '../../shared/text.ts'
import { must } from '../support/chamber.ts'
import { type Content, deleted, type Forged, forge, type Id, words } from '../support/forgery.ts'
import { holds, holdsInTurn } from '../support/property.ts'
import { Siege } from '../support/siege.ts'

const PEN = 7
const BASE = [
  { id: 'title', kind: 'title', text: 'Title' },
  { id: 'c1', kind: 'clause', text: 'ab😀cd' },
  { id: 'c2', kind: 'clause', text: '' },
  { id: 'c3', kind: 'clause', text: 'xyz' },
] as const

/** How somebody forges one struct: what it names is drawn from all that there is, and now and then from what is not. */
interface Drawn {
  readonly at: number
  readonly beside: 'side by side' | 'only left' | 'only right' | 'anywhere' | 'parent'
  readonly other: number
  readonly content: number
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  at: fc.nat(999),
  beside: fc.constantFrom(...Array(9).fill('side by side'), 'only left', 'only right', 'anywhere', 'parent'),
  other: fc.nat(999),
  content: fc.nat(99),
})
const gone = fc.array(fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 3 })), { maxLength: 2 })
const steps = fc.array(fc.tuple(fc.array(drawn, { minLength: 1, maxLength: 3 }), gone), { maxLength: 8 })
const CONTENTS: readonly Content[] = ['x', 'ab', '😀', 'é\n', 'a b', '', '\u0000', '\u202e'].map(words)

/** Every unit that stands or stood in the draft; what is no word is among them, and words more than once. */
function unitsOf(draft: Y.Doc): Id[] {
  const units: Id[] = []
  for (const [client, structs] of draft.store.clients) {
    for (const struct of structs) {
      const isWords = struct instanceof Y.Item && struct.content instanceof Y.ContentString
      for (let n = 0; n < struct.length * (isWords ? 4 : 1); n++) {
        units.push({ client, clock: struct.id.clock + (n % struct.length) })
      }
    }
  }
  return units
}

/** The unit that stands right of another. */
function rightOf(draft: Y.Doc, { client, clock }: Id): Id | undefined {
  const item = Y.getItem(draft.store, Y.createID(client, clock))
  return clock < item.id.clock + item.length - 1 ? { client, clock: clock + 1 } : item.right?.id
}

function forged(
  draft: Y.Doc,
  pen: number,
  structs: readonly Drawn[],
  deletes: readonly (readonly [number, number])[],
): Uint8Array {
  const units = unitsOf(draft)
  const start = Y.getState(draft.store, pen)
  let clock = start
  const made: Forged[] = structs.map(({ at, beside, other, content }) => {
    const own = Array.from({ length: clock - start }, (_, n) => ({ client: pen, clock: start + n }))
    const pick = (n: number): Id => [...units, ...own, ...own][n % (units.length + 2 * own.length)] ?? UNKNOWN
    const origin = pick(at)
    const isKnown = origin.client !== pen || origin.clock < start
    const right = beside === 'anywhere' ? pick(other) : isKnown ? rightOf(draft, origin) : undefined
    const what = content > 97 ? deleted(2) : (CONTENTS[content % (content > 80 ? 8 : 5)] ?? words('x'))
    clock += what.length
    if (beside === 'parent') return { parent: origin, content: what }
    return {
      ...(beside === 'only right' ? {} : { origin }),
      ...(beside === 'only left' || !right ? {} : { right }),
      content: what,
    }
  })
  const ranges = deletes
    .map(([n, length]) => [units[n % units.length] ?? UNKNOWN, length] as const)
    .sort(([a], [b]) => a.client - b.client || a.clock - b.clock)
    .map(([{ client, clock }, length]) => [client, [[clock, length]]] as const)
  return forge([{ client: pen, clock: start, structs: made }], ranges)
}

const UNKNOWN = { client: 0, clock: 0 }

test('[P3] what is taken for typing without a trial leaves a draft of this text, which reads the same to who joins later', () => {
  const seen = { typing: 0, other: 0, refused: 0 }
  holds('typing', [steps], (all) => {
    const text = layText(BASE)
    const draft = cloneText(text)
    for (const [structs, deletes] of all) {
      const update = forged(draft, PEN, structs, deletes)
      const reading = readUpdate(update, draft.store, (pen) => pen === PEN)
      const around = isRefusal(reading) ? null : neighbourhood(reading.items, draft)
      if (isRefusal(reading) || !around) seen.refused++
      else if (!around.adjacent || !isTyping(reading, draft)) seen.other++
      else {
        seen.typing++
        Y.applyUpdate(draft, update)
        expect(faultOf(draft, text)).toBeNull()
        expect(readText(cloneText(draft))).toEqual(readText(draft))
      }
    }
  })
  console.info(`typing: ${JSON.stringify(seen)}`)
  expect(seen.typing).toBeGreaterThan(0)
})

test('[P3] whatever two tabs forge is refused with everything as it was, or leaves a draft of this text', async () => {
  const seen: { [answer: string]: number } = {}
  await holdsInTurn('forged', [steps], async (all) => {
    const siege = await Siege.lay()
    const other = (await siege.france.tab(siege.draft)).clientID
    for (const [n, [structs, deletes]] of all.entries()) {
      const draft = must(await siege.chamber.sitting.look((_, { drafts }) => drafts.get(siege.draft)))
      const update = forged(draft ?? new Y.Doc(), n % 3 ? siege.pen : other, structs, deletes)
      const before = await siege.state()
      const answer = (await siege.write(update))?.refused ?? 'admitted'
      seen[answer] = (seen[answer] ?? 0) + 1
      if (answer !== 'admitted') expect(await siege.state()).toEqual(before)
      expect(await siege.fault()).toBeNull()
      if (draft) expect(readText(cloneText(draft))).toEqual(readText(draft))
    }
  })
  console.info(`forged: ${JSON.stringify(seen)}`)
  expect(seen['admitted']).toBeGreaterThan(0)
  expect(Object.keys(seen).filter((it) => it.startsWith('server/'))).toEqual([])
})
