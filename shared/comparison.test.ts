import { describe, expect, test } from 'vitest'
import { Chamber, must } from '../tests/support/chamber.ts'
import { moves } from '../tests/support/negotiation.ts'
import { Plenary } from '../tests/support/plenary.ts'
import { holds } from '../tests/support/property.ts'
import { type ComparedBlock, compared, coverage } from './comparison.ts'
import { issuing, Past, readMoment } from './moment.ts'

const MOVES = moves(24)

const played = (steps: Parameters<Plenary['move']>[0][]) => {
  const plenary = new Plenary()
  for (const step of steps) plenary.move(step)
  return plenary
}

/** The words of one side of a comparison. */
const side = (blocks: readonly ComparedBlock[], not: 'inserted' | 'deleted') =>
  blocks
    .filter(({ op }) => op !== not)
    .map(({ id, spans }) => [id, spans.flatMap(({ op, text }) => (op === not ? [] : text)).join('')])

describe('any two moments of a negotiation, compared:', () => {
  test('[V6] both sides read as they did then, and backwards the same words come and go', () => {
    holds('V6 compared', [MOVES], (steps) => {
      const { state } = played(steps)
      const past = new Past(state.acts, state.text)
      const acts = state.acts.map(({ act }) => act)
      const [a = 0, b = 0] = [acts[Math.floor(acts.length / 3)], acts.at(-1)]
      const [from, to] = [past.at(a), past.at(b)]
      const forward = compared(past.chronicle, from, to)
      const read = (moment: typeof from) => readMoment(moment).map(({ id, text }) => [id, text])
      // It is read in the order of the later; what was moved since says so, and all else stands as it stood.
      const moved = new Set(forward.flatMap((it) => (it.moved ? [it.id] : [])))
      const still = (all: (string | undefined)[][]) => all.filter(([id = '']) => !moved.has(id))
      expect(still(side(forward, 'inserted'))).toEqual(still(read(from)))
      expect(side(forward, 'inserted').sort()).toEqual(read(from).sort())
      expect(side(forward, 'deleted')).toEqual(read(to))
      const backward = compared(past.chronicle, to, from)
      expect(side(backward, 'deleted')).toEqual(read(from))
      expect(side(backward, 'inserted').sort()).toEqual(read(to).sort())
      const flipped = { kept: 'kept', inserted: 'deleted', deleted: 'inserted' } as const
      const spans = (blocks: readonly ComparedBlock[]) => new Map(blocks.map((it) => [it.id, it.spans]))
      expect(spans(backward)).toEqual(
        spans(
          forward.map((it) => ({
            ...it,
            spans: it.spans.map((span) => ({ ...span, op: flipped[span.op] })),
          })),
        ),
      )
    })
  })

  test('[V6] every word that came or went has an accepted amendment and its act behind it', () => {
    holds('V6 origins', [MOVES], (steps) => {
      const { state, record } = played(steps)
      const past = new Past(state.acts, state.text)
      const [first, last] = [past.at(0), past.at(Number.MAX_SAFE_INTEGER)]
      for (const { op, origin } of compared(past.chronicle, first, last).flatMap((it) => it.spans)) {
        const act = state.acts.find((it) => it.act === origin.act)
        if (op === 'kept')
          expect(origin.first ?? origin).toMatchObject({ amendment: null, act: 0, did: 'brought' })
        else {
          const amendment = record.amendments[origin.amendment ?? '']
          expect(amendment?.state).toBe('accepted')
          expect(['amendment accepted', 'consolidation adopted', 'text restored']).toContain(act?.kind)
        }
      }
      const shares = coverage(compared(past.chronicle, last, last))
      expect(shares.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(shares.length > 0 ? 1 : 0)
    })
  })
})

test('[V6] words that were brought back are the same words to whoever reads, and keep the name of who brought them', () => {
  const plenary = new Plenary()
  const amends = (draft: string, move: Parameters<Plenary['type']>[1]) => {
    plenary.type(draft, move)
    plenary.command('FRA', { do: 'amendment.table', draft, reason: '' })
  }
  const { draft = '' } = plenary.command('FRA', { do: 'draft.open' }) as { draft?: string }
  amends(draft, [0, 2, 1, 2])
  plenary.command('SEC', { do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
  plenary.command('SEC', { do: 'version.issue', symbol: 'L.1/Rev.1' })
  plenary.command('SEC', { do: 'version.restore', version: 0 })
  plenary.command('SEC', { do: 'version.restore', version: 1 })
  const { state } = plenary
  const past = new Past(state.acts, state.text)
  const [laid, revised, now] = [
    past.at(0),
    past.at(issuing(state.acts, 1) ?? 0),
    past.at(Number.MAX_SAFE_INTEGER),
  ]
  const spans = (from: typeof laid, to: typeof laid) =>
    compared(past.chronicle, from, to).flatMap((it) => it.spans)
  expect(spans(revised, now).every(({ op }) => op === 'kept')).toBe(true)
  const back = spans(laid, now).filter(({ op }) => op === 'inserted')
  expect(back.map(({ origin }) => [origin.amendment, origin.first?.amendment])).toEqual([['SEC-2', 'FRA-1']])
  expect(coverage(compared(past.chronicle, now, now)).map(({ of }) => of)).toEqual([null, 'FRA'])
})

test('[V6] a clause that was moved is shown as such both ways, each time from where it stood, by whoever moved it', async () => {
  const chamber = await Chamber.open()
  const desk = chamber.as('SEC')
  await chamber.as('KEN').moves('c3', 'title')
  await chamber.as('KEN').table()
  await desk.do({ do: 'amendment.decide', amendment: 'KEN-1', decision: 'accept' })
  const acts = must(await chamber.sitting.acts())
  const past = must(await chamber.sitting.look((_, { text }) => new Past(acts, text)))
  const [laid, now] = [past.at(0), past.at(Number.MAX_SAFE_INTEGER)]
  const told = (from: typeof laid, to: typeof laid) =>
    compared(past.chronicle, from, to).map(({ id, moved }) => (moved ? [id, moved] : id))
  const by = 'KEN-1'
  expect(told(laid, now)).toEqual(['title', ['c3', { from: 'c2', amendment: by }], 'c1', 'c2'])
  expect(told(now, laid)).toEqual(['title', 'c1', 'c2', ['c3', { from: 'title', amendment: by }]])
})

test('[V6] a clause that was struck is shown as struck, and as brought back once its words are there again', async () => {
  const chamber = await Chamber.open()
  const desk = chamber.as('SEC')
  await chamber.as('KEN').proposes('c3', 'Appelant les États membres à soutenir ces mesures', '')
  await desk.do({ do: 'amendment.decide', amendment: 'KEN-1', decision: 'accept' })
  await desk.do({ do: 'version.issue', symbol: 'Rev.1' })
  await desk.do({ do: 'version.restore', version: 0 })
  const acts = must(await chamber.sitting.acts())
  const past = must(await chamber.sitting.look((_, { text }) => new Past(acts, text)))
  const [laid, struck, now] = [past.at(0), past.at(issuing(acts, 1) ?? 0), past.at(Number.MAX_SAFE_INTEGER)]
  const told = (from: typeof laid, to: typeof laid) =>
    compared(past.chronicle, from, to).flatMap(({ id, op }) => (op === 'kept' ? [] : [[id, op]]))
  expect(told(laid, struck)).toEqual([['c3', 'struck']])
  expect(told(struck, now)).toEqual([['c3', 'returned']])
  expect(told(laid, now)).toEqual([])
  expect(told(now, struck)).toEqual([['c3', 'struck']])
})
