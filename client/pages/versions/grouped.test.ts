import { expect, test } from 'vitest'
import type { VersionHead } from '../../../shared/record.ts'
import { grouped } from './grouped.ts'

const version = (number: number, automatic?: VersionHead['automatic']) =>
  ({ number, ...(automatic ? { automatic } : {}) }) as VersionHead

test('issued versions stand one by one, newest first, and the automatic ones between them together', () => {
  const all = [version(0), version(1, 'stage'), version(2, 'decisions'), version(3), version(4, 'stage')]
  const told = grouped(all).map((it) =>
    it.is === 'issued' ? it.version.number : it.versions.map((one) => one.number),
  )
  expect(told).toEqual([[4], 3, [2, 1], 0])
})
