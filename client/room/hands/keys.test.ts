import { expect, test } from 'vitest'
import { deedOfPress, type Press } from './keys.ts'

const press = (key: string, code: string, more: Partial<Press> = {}): Press => ({
  ...{ key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
  ...more,
})
const READING = { isTyping: false, areSingleKeysOff: false }
const TYPING = { isTyping: true, areSingleKeysOff: false }

test('while one reads a letter is a key, while one writes it is a letter', () => {
  expect(deedOfPress(press('n', 'KeyN'), READING)).toBe('next change')
  expect(deedOfPress(press('n', 'KeyN'), TYPING)).toBeNull()
  expect(deedOfPress(press('n', 'KeyN', { altKey: true }), TYPING)).toBe('next change')
})

test('with Alt a letter counts by its place: on some keyboards it is another sign', () => {
  expect(deedOfPress(press('˜', 'KeyN', { altKey: true }), TYPING)).toBe('next change')
})

test('? and / are found wherever a keyboard has them', () => {
  expect(deedOfPress(press('?', 'KeyM', { shiftKey: true }), READING)).toBe('help')
  expect(deedOfPress(press('/', 'Period', { shiftKey: true }), READING)).toBe('find')
  expect(deedOfPress(press('?', 'Slash', { shiftKey: true }), TYPING)).toBeNull()
})

test('who switches single keys off keeps those with Alt', () => {
  const off = { isTyping: false, areSingleKeysOff: true }
  expect(deedOfPress(press('n', 'KeyN'), off)).toBeNull()
  expect(deedOfPress(press('?', 'Slash', { shiftKey: true }), off)).toBeNull()
  expect(deedOfPress(press('n', 'KeyN', { altKey: true }), off)).toBe('next change')
})

test('the browser keeps its own: Ctrl and Cmd do nothing here, but find in the room', () => {
  expect(deedOfPress(press('n', 'KeyN', { ctrlKey: true }), READING)).toBeNull()
  expect(deedOfPress(press('f', 'KeyF', { ctrlKey: true }), TYPING)).toBe('find')
  expect(deedOfPress(press('f', 'KeyF', { metaKey: true, shiftKey: true }), TYPING)).toBeNull()
})
