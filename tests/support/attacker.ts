import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { textRoot } from '../../shared/text.ts'
import {
  blockAt,
  blockWords,
  characterAt,
  element,
  type Forged,
  forge,
  type Id,
  type Run,
  values,
  words,
} from './forgery.ts'
import { Siege } from './siege.ts'

/** Somebody who may write in the draft, and whose bytes are their own. */
export interface Attacker {
  readonly siege: Siege
  readonly doc: Y.Doc
  /** An update of the tab's own pen. */
  writes(...structs: readonly Forged[]): Uint8Array
  /** The id of the n-th unit that the pen writes. */
  own(clock: number): Id
}

export const attackerOf = (siege: Siege): Attacker => ({
  siege,
  doc: siege.doc,
  writes: (...structs) => forge([{ client: siege.pen, clock: 0, structs }]),
  own: (clock) => ({ client: siege.pen, clock }),
})

/** `Affirmant …` is block 1; its characters 0 and 1 are side by side. */
export const begins = (doc: Y.Doc) => ({ origin: characterAt(doc, 1, 0), right: characterAt(doc, 1, 1) })
/** A block after the first clause, with its id and words. */
export const block = (at: Attacker, id: readonly unknown[] = ['mine'], kind = 'clause'): Forged[] => [
  { origin: blockAt(at.doc, 1), right: blockAt(at.doc, 2), content: element(kind) },
  { parent: at.own(0), sub: 'id', content: values(...id) },
  { parent: at.own(0), content: blockWords },
  { parent: at.own(1 + id.length), content: words('New') },
]
export const MOVE = { clause: 'c1', after: 'c2', turn: 1 }
/** A name for a move that the attacker's own pen may write. */
export const own = ({ siege }: Attacker): string => `m${siege.pen}-1`
export const inWords = (text: string) => (at: Attacker) =>
  at.writes({ ...begins(at.doc), content: words(text) })
export const within = (content: Forged['content']) => (at: Attacker) =>
  at.writes({ ...begins(at.doc), content })

/** By kind, and then by what each is: the update that the attacker sends. */
export interface Attacks {
  readonly [kind: string]: { readonly [what: string]: (at: Attacker) => Uint8Array }
}

/** A test for each: it is refused whole, and everything is as it was. */
export function expectRefused(all: Attacks): void {
  for (const [kind, attacks] of Object.entries(all)) {
    describe(`${kind} are refused whole, and everything is as it was:`, () => {
      test.each(Object.entries(attacks))('%s', async (_, attack) => {
        const siege = await withEmoji()
        const update = attack(attackerOf(siege))
        expect(await siege.refuses(() => siege.write(update))).toMatch(/^update\//)
      })
    })
  }
}

/** Where the emoji stands in the first clause, in UTF-16 units. */
export const EMOJI = 'Affirmant le rôle central que doit jouer la police'.length

/** The first clause ends with an emoji that is the text's own. */
export const withEmoji = (): Promise<Siege> =>
  Siege.lay(async (chamber) => {
    const amendment = await chamber.as('BRA').proposes('c1', '', '😀')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
  })

export const run = (client: number, clock: number, doc: Y.Doc): Run => ({
  client,
  clock,
  structs: [{ ...begins(doc), content: words('x') }],
})
/** Under the id of the first thing of the text as laid. */
export const known = (struct: Forged) => forge([{ client: 1, clock: 0, structs: [struct] }])
export const signed = (client: number, doc: Y.Doc, clock = 0) => forge([run(client, clock, doc)])

export const emojiIn = (doc: Y.Doc, length: number) => {
  const { client, clock } = characterAt(doc, 1, EMOJI)
  return [client, [[clock, length]]] as const
}

/** The item of a block's id. */
export function idAt(doc: Y.Doc, index: number): Id {
  const item = (textRoot(doc).get(index) as Y.XmlElement)._map.get('id')
  if (!item) throw new Error(`block ${index} has no id`)
  return item.id
}
