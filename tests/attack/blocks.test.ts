import { describe, expect, test } from 'vitest'
import { newBlock, textRoot } from '../../shared/text.ts'
import { Chamber, must } from '../support/chamber.ts'

const clauses = async (chamber: Chamber) => {
  const { blocks } = must(await chamber.sitting.text({ view: 'clean', with: [], version: null }))
  return blocks.map(({ label, plain }) => `${label} ${plain}`)
}
const ids = async (chamber: Chamber) =>
  must(await chamber.sitting.text({ view: 'clean', with: [], version: null })).blocks.map(({ id }) => id)

describe("a new clause under the name of somebody else's", () => {
  test('is a clause of its own, whichever is accepted first', async () => {
    const chamber = await Chamber.open()
    await chamber.as('FRA').addClause('c1', 'mine', 'Notant')
    await chamber.as('BRA').addClause('c1', 'mine', 'Regrettant')
    for (const who of ['FRA', 'BRA']) {
      const amendment = await chamber.as(who).table()
      await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
    }
    expect(new Set(await ids(chamber)).size).toBe(6)
    expect((await clauses(chamber)).filter((it) => /Notant|Regrettant/.test(it)).sort()).toEqual([
      '1 bis Notant ;',
      '1 ter Regrettant ;',
    ])
  })

  test("doesn't get in the way of the draft that had it first", async () => {
    const chamber = await Chamber.open()
    const france = chamber.as('FRA')
    await france.addClause('c1', 'mine', 'Notant')
    await chamber.as('BRA').addClause('c1', 'mine', 'Regrettant')
    const amendment = await chamber.as('BRA').table()
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
    const { id, doc } = await france.draft()
    const more = () => textRoot(doc).insert(1, [newBlock({ id: 'more', kind: 'clause', text: 'Rappelant' })])
    expect(await france.write(id, doc, more)).toBeNull()
  })

  test('may be a new wording of one that a compromise has taken up', async () => {
    const chamber = await Chamber.open()
    const [france, kenya] = [chamber.as('FRA'), chamber.as('KEN')]
    await france.addClause('c1', 'mine', 'Notant')
    const amendment = await france.table()
    const compromise = (await kenya.do({ do: 'draft.open', from: [amendment] })).draft ?? ''
    const revising = (await france.do({ do: 'draft.open', revises: amendment })).draft ?? ''
    const tab = await france.tab(revising)
    must(
      await france.write(revising, tab, () =>
        textRoot(tab).insert(1, [newBlock({ id: 'mine', kind: 'clause', text: 'Rappelant' })]),
      ),
    )
    await france.do({ do: 'amendment.table', draft: revising, reason: '' })
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
    const theirs = await kenya.tab(compromise)
    const more = () => textRoot(theirs).insert(1, [newBlock({ id: 'k', kind: 'clause', text: 'Priant' })])
    expect(await kenya.write(compromise, theirs, more)).toBeNull()
  })

  test('can not be tabled again as a new wording when only its name is new', async () => {
    const chamber = await Chamber.open()
    const france = chamber.as('FRA')
    await france.addClause('c1', 'mine', 'Notant')
    const amendment = await france.table()
    const draft = (await france.do({ do: 'draft.open', revises: amendment })).draft ?? ''
    expect(await france.try({ do: 'amendment.table', draft, reason: '' })).toMatchObject({
      refused: 'amendment/same-words',
    })
  })
})
