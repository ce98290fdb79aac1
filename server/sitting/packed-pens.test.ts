import { encode } from 'cborg'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds } from '../../tests/support/property.ts'
import type { PenEntry } from '../archive/contract.ts'
import { packPens, unpackPens } from './packed-pens.ts'

const someone = fc.option(fc.constantFrom('d1', 'd2', 'c-1', 'c-2'), { nil: null })
const pens = fc.array(fc.record({ pen: fc.integer({ min: 1, max: 30 }), draft: someone, holder: someone }))

test('[J5] whoever was given which pen for which draft is known after packing as before', () => {
  holds('packed pens', [pens], (given) => {
    expect(unpackPens(packPens(given))).toEqual(given)
  })
})

test('a pen takes a few bytes, however long the names of its holder and its draft are', () => {
  const given: PenEntry[] = Array.from({ length: 1_000 }, (_, n) => ({
    pen: 1_000_000 + n,
    draft: `d${10_000 + (n >> 2)}`,
    holder: `capacity-of-delegation-${n % 193}`,
  }))
  expect(encode(packPens(given)).length).toBeLessThan(15_000)
})
