import { expect, test } from 'vitest'
import { refuse } from '../../shared/refusal.ts'
import { type Store, Tray } from './tray.ts'

function store(): Store {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const trayIn = (shelf: Store) => new Tray('high-level', 'fra', shelf)
const why = { at: '2009-10-12T09:00:00.000Z', draft: 'd1', pen: 7, reason: null }

test('Words that were set aside are there after the tab is opened again', () => {
  const shelf = store()
  trayIn(shelf).keep([{ clause: 'c1', words: 'and justice' }], why)
  expect(trayIn(shelf).get()).toMatchObject([{ clause: 'c1', words: 'and justice', reason: null }])
})

test('A tab keeps the latest of its words in a clause, not every letter on the way', () => {
  const tray = trayIn(store())
  tray.keep([{ clause: 'c1', words: 'and jus' }], why)
  tray.keep([{ clause: 'c1', words: 'and justice' }], { ...why, reason: refuse('update/not-allowed') })
  expect(tray.get().map(({ words }) => words)).toEqual(['and justice'])
})

test('Words that reached the server leave the tray, those of another tab stay', () => {
  const tray = trayIn(store())
  tray.keep([{ clause: 'c1', words: 'mine' }], why)
  tray.keep([{ clause: 'c1', words: 'of the other tab' }], { ...why, pen: 8 })
  tray.dropOf(7)
  expect(tray.get().map(({ words }) => words)).toEqual(['of the other tab'])
})

test('A tray that cannot be read is empty', () => {
  const shelf = store()
  shelf.setItem('paraph/tray/high-level/fra', '{')
  expect(trayIn(shelf).get()).toEqual([])
})
