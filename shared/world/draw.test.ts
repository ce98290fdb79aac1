import { expect, test } from 'vitest'
import { worldNow } from '../../tests/support/draw-world.ts'
import world from './world.json'

const { areas, dots } = world
const states = [...new Set([...Object.keys(areas), ...Object.keys(dots)])]

test('the map of the roll is the one that its outlines make', () => {
  expect(world).toEqual(worldNow())
})

test('every State that was invited in 2009 is on the map, the smallest with a dot', () => {
  expect(states).toHaveLength(192)
  expect(dots).toHaveProperty('SGP')
  expect(dots).toHaveProperty('TUV')
})

test('South Sudan is drawn with Sudan, and Crimea with Ukraine, as in October 2009', () => {
  expect(states).not.toContain('SSD')
  expect(areas.UKR.split('z').filter(Boolean)).toHaveLength(2)
})

test('no two dots touch, where the States of the Caribbean crowd', () => {
  const places = Object.values(dots)
  const gaps = places.flatMap(([x = 0, y = 0], at) =>
    places.slice(at + 1).map(([u = 0, v = 0]) => Math.hypot(u - x, v - y)),
  )
  expect(Math.min(...gaps)).toBeGreaterThan(17)
})
