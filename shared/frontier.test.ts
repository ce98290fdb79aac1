import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds } from '../tests/support/property.ts'
import { Frontier } from './frontier.ts'
import { leafHash, Tree } from './ledger.ts'

const leaves = Array.from({ length: 70 }, (_, at) => leafHash(Uint8Array.of(at)))

test('whoever knows the whole subtrees before an act comes to the same root as whoever has all acts', () => {
  holds(
    'frontier',
    [fc.nat(70), fc.nat(70)],
    (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const tree = Tree.of(leaves.slice(0, to))
      const frontier = Frontier.after(from, tree.peaks(from))
      for (const leaf of leaves.slice(from, to)) frontier?.add(leaf)
      expect(frontier?.size).toBe(to)
      expect(frontier?.root()).toBe(tree.root())
    },
    0.1,
  )
})

test('a beginning that no tree has is none', () => {
  expect(Frontier.after(3, leaves.slice(0, 1))).toBeNull()
  expect(Frontier.after(2, ['x'])).toBeNull()
  expect(Frontier.after(-1, [])?.root()).not.toBe(Tree.of(leaves).root())
})
