import { expect, test } from 'vitest'
import states from '../../../fixtures/states.json' with { type: 'json' }
import { membersIn } from './membersIn.ts'

const STATES = states.map(({ alpha2, alpha3, names }) => ({ code: alpha3, alpha2, names, invited: true }))

test('members of a group are read by code or by name, as they come from a table', () => {
  expect(membersIn('FRA, kenya\n"Brésil";SWE\tFrance', STATES)).toEqual({
    members: ['FRA', 'KEN', 'BRA', 'SWE'],
    unknown: [],
  })
})

test('what names no State is given back', () => {
  expect(membersIn('FRA, Atlantis', STATES)).toEqual({ members: ['FRA'], unknown: ['Atlantis'] })
})
