import { expect, test } from 'vitest'
import { moves } from '../tests/support/negotiation.ts'
import { Plenary } from '../tests/support/plenary.ts'
import { holds } from '../tests/support/property.ts'
import type { Act } from './act.ts'
import { type Amendment, sponsorsOf, wordingInForce } from './amendment.ts'
import { startsWith } from './draft.ts'
import { CHAIR, SECRETARIAT } from './ids.ts'
import { readText } from './text.ts'

/** What a delegation last said, before the decision, to exactly the words that took the place of its own. */
function saidTo(
  other: Amendment,
  delegation: string,
  { acts, before }: { acts: readonly Act[]; before: number },
) {
  if (delegation === SECRETARIAT || delegation === CHAIR) return 'consented'
  const { wording } = wordingInForce(other)
  const answers = acts.flatMap((act) =>
    act.kind === 'compromise answered' && act.amendment === other.id && act.delegation === delegation
      ? [act]
      : [],
  )
  const last = answers.findLast(({ act }) => act < before)
  if (last?.wording !== wording) return 'unanswered'
  return last.accepts ? 'consented' : 'declined'
}

test('[A7] whoever had put its name to what gave way is named once, by what it last said to those very words', () => {
  let seen = 0
  holds(
    'A7',
    [moves(40)],
    (steps) => {
      const plenary = new Plenary()
      for (const step of steps) plenary.move(step)
      const { amendments } = plenary.record
      for (const amendment of Object.values(amendments)) {
        const { gaveWay, decision } = amendment
        const other = gaveWay && amendments[gaveWay.to]
        if (!other || other.consolidation) continue
        seen++
        const told = Object.entries({ ...gaveWay, to: [] }).flatMap(([how, codes]) =>
          codes.map((code): [string, string] => [code, how]),
        )
        const { acts } = plenary.state
        const before = decision?.act ?? 0
        const said = sponsorsOf(amendment).map((code) => [code, saidTo(other, code, { acts, before })])
        expect(told.sort()).toEqual(said.sort())
      }
    },
    0.3,
  )
  expect(seen).toBeGreaterThan(0)
})

test('[A7] a consolidation has the consent of those whose every change it makes, and of nobody else', () => {
  let seen = 0
  holds(
    'A7 consolidation',
    [moves(40)],
    (steps) => {
      const plenary = new Plenary()
      for (const step of steps) plenary.move(step)
      const { amendments } = plenary.record
      for (const { gaveWay, revisions, ...amendment } of Object.values(amendments)) {
        const other = gaveWay && amendments[gaveWay.to]
        if (!gaveWay || !other?.consolidation) continue
        seen++
        const made = wordingInForce(other).edits
        const { hunks, added } = wordingInForce({ revisions }).edits
        const isMade =
          hunks.every((a) => made.hunks.some((b) => b.clause === a.clause && b.insert === a.insert)) &&
          added.every(({ text }) => made.added.some((b) => b.text === text))
        const { consented, declined, unanswered } = gaveWay
        const names = sponsorsOf({ ...amendment, revisions })
        expect(declined).toEqual([])
        if (consented.length > 0)
          expect([amendment.id, isMade, consented]).toEqual([amendment.id, true, names])
        else expect(unanswered).toEqual(names)
      }
    },
    0.3,
  )
  expect(seen).toBeGreaterThan(0)
})

/** Whoever opens a draft of the desk looks at once what it begins with. */
class Watched extends Plenary {
  seen = 0

  override command(...[who, input]: Parameters<Plenary['command']>): ReturnType<Plenary['command']> {
    const isOfDesk = input.do === 'compromise.open' || input.do === 'consolidation.open'
    const performed = super.command(who, input)
    if (isOfDesk && 'draft' in performed && performed.act !== null) this.look(performed.draft ?? '')
    return performed
  }

  private look(id: string): void {
    const draft = this.record.drafts[id]
    if (!draft || draft.revises !== null) return
    this.seen++
    const texts = new Map(readText(this.state.draft(id)).map((block) => [block.id, block.text]))
    const all = [...texts.values()]
    for (const amendment of startsWith(draft).flatMap((it) => this.record.amendments[it] ?? [])) {
      const { hunks, added } = this.state.effectOf(amendment).edits
      for (const { clause, insert } of hunks) expect(texts.get(clause)).toContain(insert)
      for (const { text } of added) expect(all).toContain(text)
    }
  }
}

test('[A7] what a draft of the desk begins with has its way in it, word for word: rivals stand beside it', () => {
  let seen = 0
  holds(
    'A7 alternatives',
    [moves(40)],
    (steps) => {
      const plenary = new Watched()
      for (const step of steps) plenary.move(step)
      seen += plenary.seen
    },
    0.3,
  )
  expect(seen).toBeGreaterThan(0)
})
