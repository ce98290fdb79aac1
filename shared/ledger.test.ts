import { hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds } from '../tests/support/property.ts'
import { EMPTY_ROOT, includes, isContinued, leafHash, Tree } from './ledger.ts'

/** The inputs and answers with which implementations of Certificate Transparency test themselves (RFC 6962). */
const LEAVES = [
  ...['', '00', '10', '2021', '3031', '40414243', '5051525354555657'],
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(hexToBytes(hex)))
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const A = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const B = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const C = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const D = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const F = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'

describe('[V2] the ledger gives the published answers of RFC 6962', () => {
  const tree = Tree.of(LEAVES)

  test.each(ROOTS.map((root, size) => [size, root] as const))('for the root of %i leaves', (size, root) => {
    expect(tree.root(size)).toBe(root)
    expect(Tree.of(LEAVES.slice(0, size)).root()).toBe(root)
  })

  test.each([
    [0, 8, [A, B, C]],
    [5, 8, [D, E, ROOTS[4]]],
    [2, 3, [ROOTS[2]]],
    [1, 5, [ROOTS[1], B, D]],
  ])('for leaf %i of %i', (index, size, path) => {
    expect(tree.inclusion(index, size)).toEqual(path)
  })

  test.each([
    [1, 1, []],
    [6, 8, [F, E, ROOTS[4]]],
    [2, 5, [B, D]],
  ])('for %i leaves that became %i', (from, to, path) => {
    expect(tree.consistency(from, to)).toEqual(path)
  })
})

const leaves = fc.array(
  fc.uint8Array({ minLength: 1, maxLength: 3 }).map((bytes) => leafHash(bytes)),
  { minLength: 1, maxLength: 40 },
)
const places = fc.tuple(leaves, fc.nat(), fc.nat()).map(([all, a, b]) => {
  const to = 1 + (a % all.length)
  return { all, tree: Tree.of(all), to, from: b % (to + 1), index: b % to }
})
/** Another hash in place of one of these. */
const spoilt = (path: readonly string[], at: number): string[] =>
  path.map((hash, place) => (place === at % path.length ? leafHash(hexToBytes(hash)) : hash))

describe('[V2] of any ledger', () => {
  test('every leaf is proved at its place, and at no other', () => {
    holds(
      'V2 places',
      [places, fc.nat()],
      ({ tree, to: size, index }, n) => {
        const claim = { index, size, leaf: tree.leaf(index), path: tree.inclusion(index, size) }
        const root = tree.root(size)
        expect(includes({ ...claim, root })).toBe(true)
        expect(includes({ ...claim, root: leafHash(hexToBytes(root)) })).toBe(false)
        expect(includes({ ...claim, root, leaf: leafHash(hexToBytes(claim.leaf)) })).toBe(false)
        if (size > 1) expect(includes({ ...claim, root, path: spoilt(claim.path, n) })).toBe(false)
        expect(includes({ ...claim, root, path: [...claim.path, root] })).toBe(false)
        expect(includes({ ...claim, root, path: claim.path.slice(1) })).toBe(size === 1)
        const elsewhere = n % size
        const isTwin = tree.leaf(elsewhere) === claim.leaf
        if (elsewhere !== index && !isTwin) expect(includes({ ...claim, root, index: elsewhere })).toBe(false)
      },
      0.5,
    )
  })

  test('each head is proved to hold every earlier one, and no history that was changed', () => {
    holds(
      'V2 heads',
      [places, fc.nat()],
      ({ all, tree, from, to }, n) => {
        const path = tree.consistency(from, to)
        const before = { size: from, root: tree.root(from) }
        const after = { size: to, root: tree.root(to) }
        expect(isContinued({ from: before, to: after, path })).toBe(true)
        if (path.length > 0)
          expect(isContinued({ from: before, to: after, path: spoilt(path, n) })).toBe(false)
        expect(isContinued({ from: before, to: after, path: [...path, after.root] })).toBe(false)
        if (from === 0) return
        const rewritten = all.map((leaf, at) => (at === n % from ? leafHash(hexToBytes(leaf)) : leaf))
        const other = Tree.of(rewritten)
        const claim = { from: before, to: { size: to, root: other.root(to) } }
        expect(isContinued({ ...claim, path: other.consistency(from, to) })).toBe(false)
      },
      0.5,
    )
  })

  test('what is no hash and no place proves nothing, and harms nobody', () => {
    holds(
      'V2 nonsense',
      [fc.anything(), fc.anything()],
      (a, b) => {
        const some = { index: a, size: b, leaf: a, root: b, path: [a, b] } as never
        expect(includes(some)).toBe(false)
        const heads = { from: { size: a, root: a }, to: { size: b, root: b }, path: [a] } as never
        expect(isContinued(heads)).toBe(false)
      },
      0.1,
    )
  })

  test('a place that is not there is a mistake of ours', () => {
    const tree = Tree.of(LEAVES)
    expect(() => tree.inclusion(8)).toThrow(RangeError)
    expect(() => tree.consistency(5, 4)).toThrow(RangeError)
    expect(() => tree.root(9)).toThrow(RangeError)
    expect(new Tree().root()).toBe(EMPTY_ROOT)
  })
})
