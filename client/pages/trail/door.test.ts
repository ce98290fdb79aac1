import { expect, test } from 'vitest'
import { en } from '../../../shared/messages/en.ts'
import { doorName } from './door.ts'

test('what was tried is said in words, whichever door it was', () => {
  const { doors } = en.trail
  const named = (door: string, place = '') => doorName({ door, place }, doors)
  expect(named('socket', 'high-level-fr/d3')).toBe(doors.draft('d3'))
  expect(named('socket', 'high-level-fr')).toBe(doors.room)
  expect(named('POST /api/declarations/:declaration/commands', 'high-level-fr')).toBe(doors.command)
  expect(named('POST /api/session/passkey')).toBe(doors.passkey)
  expect(named('POST /api/session')).toBe(doors.signIn)
  expect(named('DELETE /api/people/:capacity')).toBe(doors.people)
  expect(named('GET /api/conference')).toBe(doors.other)
})
