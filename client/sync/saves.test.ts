import { expect, test } from 'vitest'
import { Saves } from './saves.ts'

test('Nothing is saved until the server says so', () => {
  const saves = new Saves()
  saves.newSocket()
  saves.change(1)
  saves.send()
  expect(saves.unsaved).toBe(1)
  saves.acknowledge(1)
  expect(saves.unsaved).toBe(0)
})

test('The answer at joining is counted, and carries no change', () => {
  const saves = new Saves()
  saves.newSocket()
  saves.send()
  saves.change(4)
  saves.send()
  saves.acknowledge(1)
  expect(saves.unsaved).toBe(1)
  expect(saves.safeClock).toBe(0)
  saves.acknowledge(2)
  expect(saves.unsaved).toBe(0)
  expect(saves.safeClock).toBe(4)
})

test('What was typed without a connection is saved by the first answer after it returns', () => {
  const saves = new Saves()
  saves.newSocket()
  saves.send()
  saves.change(1)
  saves.change(2)
  saves.change(3)
  expect(saves.unsaved).toBe(3)
  saves.newSocket()
  saves.send()
  saves.acknowledge(1)
  expect(saves.unsaved).toBe(0)
})

test('A message that was lost with its socket does not count on the next', () => {
  const saves = new Saves()
  saves.newSocket()
  saves.send()
  saves.acknowledge(1)
  saves.change(1)
  saves.send()
  saves.newSocket()
  saves.acknowledge(1)
  expect(saves.unsaved).toBe(1)
})

test('More acknowledgements than messages save no more than was sent', () => {
  const saves = new Saves()
  saves.newSocket()
  saves.send()
  saves.change(7)
  saves.acknowledge(9)
  expect(saves.unsaved).toBe(1)
})
