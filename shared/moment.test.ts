import { describe, expect, test } from 'vitest'
import { early } from '../tests/support/early.ts'
import { moves } from '../tests/support/negotiation.ts'
import { Plenary } from '../tests/support/plenary.ts'
import { holds } from '../tests/support/property.ts'
import { accountAt } from './account.ts'
import { freezeMoment, Past } from './moment.ts'
import type { Record } from './record.ts'

/**
 * What public acts tell: drafts are their members' own, and acts about them are counted but not public. So a group is
 * known from its first public act on.
 */
const publicly = ({ drafts: _, acts: __, screen: ___, groups: ____, ...record }: Record) => record

/** A random negotiation, with what the server had after each of its public acts. */
function negotiated(steps: Parameters<Plenary['move']>[0][]) {
  const plenary = new Plenary()
  const { state } = plenary
  const had = new Map<number, { record: Record; frozen: ReturnType<typeof state.freeze> }>()
  const keep = () => {
    const last = state.acts.at(-1)
    if (last) had.set(last.act, { record: plenary.record, frozen: state.freeze(plenary.record) })
  }
  keep()
  for (const step of steps) {
    plenary.move(step)
    keep()
  }
  return { plenary, had }
}

const MOVES = moves(14)

describe('any moment of a negotiation, from its public acts and the text as it stands:', () => {
  test('[V6] the same record, words and exact state as the server had then', () => {
    holds('V6', [MOVES], (steps) => {
      const { plenary, had } = negotiated(steps)
      const past = new Past(plenary.state.acts, plenary.state.text)
      for (const [act, { record, frozen }] of had) {
        const moment = past.at(act)
        expect(publicly(moment.record)).toEqual(publicly(record))
        expect(record.groups).toMatchObject(moment.record.groups)
        expect(freezeMoment(moment)).toEqual(frozen)
      }
    })
  })

  test('[V6] the same, where the acts are of before characters were named', () => {
    holds('V6 unnamed', [MOVES], (steps) => {
      const { plenary } = negotiated(steps)
      const acts = early(plenary.state.acts)
      const moment = new Past(acts, plenary.state.text).at(Number.MAX_SAFE_INTEGER)
      expect(freezeMoment(moment)).toEqual(plenary.state.freeze(plenary.record))
    })
  })

  test('[A5] the account of every word of that moment leaves no word without a name', () => {
    holds('A5 then', [MOVES], (steps) => {
      const { plenary, had } = negotiated(steps)
      const past = new Past(plenary.state.acts, plenary.state.text)
      for (const act of had.keys()) expect(accountAt(past.at(act)).nameless).toEqual([])
      expect(accountAt(past.at(Number.MAX_SAFE_INTEGER))).toEqual(plenary.account())
    })
  })
})
