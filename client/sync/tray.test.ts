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
const why = { at: '2009-10-12T09:00:00.000Z', draft: 'd1', reason: refuse('draft/unknown') }
const words = (words: string, pen = 7) => [{ clause: 'c1', pen, words }]

test('Words that were set aside are there after the tab is opened again', () => {
  const shelf = store()
  trayIn(shelf).keep(words('and justice'), why)
  expect(trayIn(shelf).get()).toMatchObject([{ clause: 'c1', words: 'and justice', ...why }])
})

test('Words that are set aside twice, by two tabs that found them, are there once', () => {
  const tray = trayIn(store())
  tray.keep(words('and jus'), why)
  tray.keep(words('and justice'), why)
  tray.keep(words('of another tab', 8), why)
  expect(tray.get().map((entry) => entry.words)).toEqual(['and justice', 'of another tab'])
})

test('A tray that cannot be read is empty', () => {
  const shelf = store()
  shelf.setItem('paraph/tray/high-level/fra', '{')
  expect(trayIn(shelf).get()).toEqual([])
})
