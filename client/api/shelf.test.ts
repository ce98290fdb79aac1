import { expect, test } from 'vitest'
import { Shelf } from './shelf.ts'

/** A browser's store: its keys are its own properties. */
function newStore(): Storage {
  const store = {} as Record<string, string>
  const methods = {
    getItem: (key: string) => store[key] ?? null,
    setItem: (key: string, value: string) => {
      store[key] = value
    },
    removeItem: (key: string) => {
      delete store[key]
    },
  }
  return Object.setPrototypeOf(store, methods) as Storage
}

const shelfOf = (store: Storage, build = 'one') =>
  new Shelf(
    () => store,
    () => build,
  )

test('an answer is read again by the build that kept it, and by no other', () => {
  const store = newStore()
  const one = shelfOf(store)
  one.put('endorsing/a/d', { words: 'Affirmant' })
  expect(one.get('endorsing/a/d')).toEqual({ words: 'Affirmant' })
  expect(one.get('endorsing/b/d')).toBeNull()
  expect(shelfOf(store, 'two').get('endorsing/a/d')).toBeNull()
})

test('who signs out leaves nothing, and only what is ours is cleared', () => {
  const store = newStore()
  const kept = shelfOf(store)
  store.setItem('paraph.language', 'fr')
  for (const name of ['endorsing/a/d', 'endorsing/b/d', 'conference/fr']) kept.put(name, {})
  kept.clear('endorsing/a/')
  expect(kept.get('endorsing/a/d')).toBeNull()
  expect(kept.get('endorsing/b/d')).toEqual({})
  kept.clear()
  expect(Object.keys(store)).toEqual(['paraph.language'])
})

test('a browser that keeps nothing, or what is kept badly, is as if there had never been anything', () => {
  const refusing = new Shelf(
    () => {
      throw new Error('denied')
    },
    () => 'one',
  )
  refusing.put('conference/fr', {})
  refusing.clear()
  expect(refusing.get('conference/fr')).toBeNull()
  const store = newStore()
  store.setItem('paraph/shelf/conference/fr', '{')
  expect(shelfOf(store).get('conference/fr')).toBeNull()
})
