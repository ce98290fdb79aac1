import { expect, test } from 'vitest'
import { advanced, SPEEDS } from './pace.ts'

const START = { place: 0, rest: 0 }

test('at each speed so many acts are played in ten seconds, however the frames fall', () => {
  for (const speed of SPEEDS) {
    let reel = START
    for (let at = 0; at < 10_000; at += 16) reel = advanced(reel, Math.min(16, 10_000 - at), speed, 1_000)
    expect(Math.abs(reel.place + reel.rest - 10 * speed)).toBeLessThan(1e-6)
  }
})

test('after a long frame no act is lost, and none is played twice', () => {
  expect(advanced({ place: 4, rest: 0.5 }, 1_250, 2, 100)).toEqual({ place: 7, rest: 0 })
})

test('it stops at the last act', () => {
  expect(advanced({ place: 8, rest: 0.9 }, 60_000, 25, 10)).toEqual({ place: 9, rest: 0 })
  expect(advanced(START, 16, 1, 1)).toEqual({ place: 0, rest: 0 })
})

test('a frame that began before the button was pressed moves nothing', () => {
  expect(advanced(START, -3, 25, 10)).toEqual(START)
})
