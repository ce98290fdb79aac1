import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { moves } from '../tests/support/negotiation.ts'
import { Plenary } from '../tests/support/plenary.ts'
import { holds } from '../tests/support/property.ts'
import type { Amendment } from './amendment.ts'
import { sheetOf } from './effect.ts'
import { asAmended } from './engross.ts'
import { Sight } from './items.ts'
import { remains } from './remains.ts'
import { parentOf } from './subamendment.ts'
import { cloneText, readText } from './text.ts'
import { type Tracked, tracked } from './tracked.ts'

const played = (steps: Parameters<Plenary['move']>[0][]) => {
  const plenary = new Plenary()
  for (const step of steps) plenary.move(step)
  return plenary
}

const trackedIn = ({ state, record, pending }: Plenary): Tracked =>
  tracked(
    {
      text: sheetOf(state.text),
      amendments: record.amendments,
      engrossed: (id) => state.engrossed.get(id),
    },
    pending,
  )

/** The text with the updates of all that is pending, each as if it alone were accepted. */
function withAll({ state, record, pending }: Plenary, chosen: (it: Amendment) => boolean): Y.Doc {
  const all = cloneText(state.text)
  const update = (amendment: Amendment, base: Y.Doc) =>
    remains(base, Sight.of(base), state.wordingOf(amendment)).update
  for (const amendment of pending.filter(chosen)) {
    const parent = parentOf(record, amendment)
    const before = parent && update(parent, state.text)
    const own = update(amendment, before ? asAmended(state.text, [before]) : state.text)
    if (own) Y.applyUpdate(all, own)
  }
  return all
}

const sideOf = ({ blocks }: Tracked, side: 'before' | 'after') =>
  new Map(
    [...blocks].map(([id, { spans }]) => [
      id,
      spans
        .filter(({ by, gone }) => (side === 'before' ? by === null : gone.length === 0))
        .map(({ text }) => text)
        .join(''),
    ]),
  )

test('[A3] without what would come it reads as the text; without what would go, as amended by all at once', () => {
  holds(
    'A3 tracked',
    [moves(16)],
    (steps) => {
      const plenary = played(steps)
      const it = trackedIn(plenary)
      const { effectOf } = plenary.state
      const isLeft = (amendment: Amendment) =>
        !['overtaken', 'carried'].includes(effectOf(amendment).standing)
      const isPlaced = (amendment: Amendment) => {
        const parent = parentOf(plenary.record, amendment)
        return isLeft(amendment) && (!parent || isLeft(parent))
      }
      const text = readText(plenary.state.text)
      const amended = readText(withAll(plenary, isPlaced))
      const before = sideOf(it, 'before')
      expect(it.before.map((id) => [id, before.get(id)])).toEqual(text.map(({ id, text }) => [id, text]))
      const after = sideOf(it, 'after')
      const words = (of: readonly { id: string; text: string }[]) =>
        of.map(({ id, text }) => [id, text]).sort()
      expect([...it.after].map((id) => [id, after.get(id)]).sort()).toEqual(words(amended))
      if (it.rivals.length === 0) expect(it.after).toEqual(amended.map(({ id }) => id))
    },
    0.3,
  )
})
