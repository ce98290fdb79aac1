import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newBlock, textRoot } from '../../shared/text.ts'
import { withEmoji } from '../support/attacker.ts'
import { replace } from '../support/chamber.ts'

/** Updates that were damaged on their way. */

describe('[P3] an honest update that was damaged on its way', () => {
  const honest = async () => {
    const siege = await withEmoji()
    const before = Y.encodeStateVector(siege.doc)
    siege.doc.transact(() => {
      replace(siege.doc, 'c2', 'la menace', 'le danger 😀')
      textRoot(siege.doc).insert(2, [newBlock({ id: 'mine', kind: 'clause', text: 'Notant' })])
    })
    return { siege, update: Y.encodeStateAsUpdate(siege.doc, before) }
  }

  test('is refused wherever it was cut off', async () => {
    const { siege, update } = await honest()
    for (let length = 0; length < update.length; length++) {
      const cut = update.slice(0, length)
      expect(await siege.refuses(() => siege.write(cut)), `cut at ${length}`).toMatch(/^update\//)
    }
    expect(await siege.write(update)).toBeNull()
  })

  test('is refused, or leaves a draft of this text, whichever bit was turned', async () => {
    const { update } = await honest()
    for (let bit = 0; bit < update.length * 8; bit++) {
      const turned = update.slice()
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const siege = await withEmoji()
      const before = await siege.state()
      if (await siege.write(turned)) expect(await siege.state()).toEqual(before)
      else expect(await siege.fault(), `bit ${bit}`).toBeNull()
    }
  })

  test('changes nothing when it comes twice', async () => {
    const { siege, update } = await honest()
    await siege.write(update)
    expect(await siege.refuses(() => siege.write(update))).toBe('admitted')
  })
})
