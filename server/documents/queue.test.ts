import { expect, test } from 'vitest'
import { Queue } from './queue.ts'

const waiting = (of: string, what = of) => ({ of, what })
const rest = (queue: Queue<ReturnType<typeof waiting>>) => {
  const all: string[] = []
  for (let job = queue.next(); job; job = queue.next()) all.push(job.what)
  return all
}

test('everybody has their turn, whoever has asked for how much', () => {
  const queue = new Queue<ReturnType<typeof waiting>>(9)
  for (const what of ['f1', 'f2', 'f3']) queue.add(waiting('FRA', what))
  queue.add(waiting('KEN', 'k1'))
  queue.add(waiting('BRA', 'b1'))
  queue.add(waiting('KEN', 'k2'))
  expect(rest(queue)).toEqual(['f1', 'k1', 'b1', 'f2', 'k2', 'f3'])
})

test('where it is full, whoever waits for most gives way, and the last to come where all wait for as much', () => {
  const queue = new Queue<ReturnType<typeof waiting>>(4)
  for (const what of ['f1', 'f2', 'f3', 'f4']) expect(queue.add(waiting('FRA', what))).toBeNull()
  expect(queue.add(waiting('FRA', 'f5'))?.what).toBe('f5')
  expect(queue.add(waiting('KEN', 'k1'))?.what).toBe('f4')
  expect(queue.add(waiting('KEN', 'k2'))?.what).toBe('f3')
  expect(queue.add(waiting('KEN', 'k3'))?.what).toBe('k3')
  expect(queue.add(waiting('BRA', 'b1'))?.what).toBe('f2')
  expect(rest(queue)).toEqual(['f1', 'k1', 'b1', 'k2'])
})

test('what nobody waits for any more leaves its place to others', () => {
  const queue = new Queue<ReturnType<typeof waiting>>(2)
  const [one, other] = [waiting('FRA', 'f1'), waiting('FRA', 'f2')]
  queue.add(one)
  queue.add(other)
  expect(queue.remove(one)).toBe(true)
  expect(queue.remove(one)).toBe(false)
  expect(queue.add(waiting('KEN'))).toBeNull()
  expect(rest(queue)).toEqual(['f2', 'KEN'])
})
