import { beforeAll, describe, expect, test } from 'vitest'
import { complaints } from '../support/axe.ts'
import { movesTo } from '../support/deeds.ts'
import { opensEndorsement } from '../support/finger.ts'
import { DESK, Journey, PHONE } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

/** A minister whose telephone fails, two members of the secretariat with a paper, and somebody who watches the roll. */
describe('a paper that a minister signed by hand', () => {
  const journey = new Journey('papers')
  let secretariat: Person
  let colleague: Person
  let observer: Person
  let minister: Person

  beforeAll(async () => {
    const desktop = { locale: 'en-GB', ...DESK }
    const phone = { locale: 'en-FR', ...PHONE }
    const enters = async (name: string, device: object, links = journey.server.links) =>
      journey.enters(await journey.device(device), name, 'en', links)
    secretariat = await enters('Secretariat', desktop)
    observer = await enters('Observer', desktop)
    minister = await enters('Minister of France', phone)
    const url = await secretariat.page.evaluate(accreditClerk)
    const link = { role: 'secretariat', name: 'Second clerk', url }
    colleague = await enters('Second clerk', phone, [link])
    await secretariat.goTo('desk')
    await movesTo(secretariat, 'consolidation', 'final')
    await opensEndorsement(secretariat)
  })

  /** The first of the secretariat writes down what stands on the paper of the minister of France. */
  const records = async (does: 'endorses' | 'withdraws') => {
    const { paper } = secretariat.words.opening
    await secretariat.press(paper.record)
    await secretariat.dialog.getByText(paper[does], { exact: true }).click()
    await secretariat.dialog.getByRole('button', { name: paper.who }).click()
    await secretariat.page.getByRole('option', { name: /^France/ }).click()
    await secretariat.dialog.getByLabel(secretariat.words.people.office).fill('Ministre de l’intérieur')
    await secretariat.dialog.getByLabel(paper.note).fill('12 October 2009, in the safe of the secretariat')
    await secretariat.picture(`papers-1-record-${does}`)
    expect(await complaints(secretariat.page)).toEqual([])
    await secretariat.press(paper.confirm, secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
  }
  const confirms = async (person: Person) => {
    const { paper } = person.words.opening
    await person.press(new RegExp(`^${paper.settle}: France`))
    await person.dialog.getByText(paper.settleLead).waitFor()
    await person.press(paper.settle, person.dialog)
  }

  test('counts for nothing while one member of the secretariat alone has seen it', async () => {
    await records('endorses')
    await confirms(secretariat)
    await secretariat.dialog.getByText(secretariat.words.refusals.sentence('paper/same-person')).waitFor()
    await secretariat.press(secretariat.words.common.cancel, secretariat.dialog)
    await observer.goTo('roll')
    await observer.sees(observer.words.roll.empty)
  })

  test('counts once another has looked at it, and is marked wherever it stands', async () => {
    await colleague.goTo('desk')
    const { endorse, opening } = colleague.words
    await colleague.press(new RegExp(`^${opening.paper.settle}: France`))
    await colleague.dialog.getByText('in the safe of the secretariat').waitFor()
    await colleague.picture('papers-2-confirm')
    expect(await complaints(colleague.page)).toEqual([])
    await colleague.press(opening.paper.settle, colleague.dialog)
    await colleague.dialog.waitFor({ state: 'hidden' })
    await observer.sees(endorse.onRoll.paper)
    await minister.goTo('endorse')
    await minister.sees(endorse.how.paper)
    await minister.sees(/Second clerk/)
    await minister.picture('papers-3-receipt')
  })

  test('takes back what it gave, and the roll says so for ever', async () => {
    const { endorse, roll } = observer.words
    await records('withdraws')
    await confirms(colleague)
    await colleague.dialog.waitFor({ state: 'hidden' })
    await observer.page.getByRole('heading', { name: endorse.onRoll.withdrawn }).scrollIntoViewIfNeeded()
    await observer.sees(roll.emptyAgain)
    await observer.picture('papers-4-withdrawn')
  })

  test('that comes after the meeting stands in an addendum', async () => {
    const { endorse, opening } = secretariat.words
    await movesTo(secretariat, 'closed')
    const symbol = 'A/CONF.2009/1/Add.1'
    await secretariat.press(opening.addendum(symbol))
    await secretariat.dialog.getByText(opening.openLead('A/CONF.2009/1')).waitFor()
    await secretariat.picture('papers-5-addendum')
    expect(await complaints(secretariat.page)).toEqual([])
    await secretariat.press(opening.addendum(symbol), secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
    await minister.page.bringToFront()
    await minister.sees(endorse.late(symbol))
    await records('endorses')
    await confirms(colleague)
    await observer.page.getByText(endorse.onRoll.addendum(symbol)).scrollIntoViewIfNeeded()
    await observer.picture('papers-6-roll')
    expect(await complaints(observer.page)).toEqual([])
    await secretariat.press(opening.addendumClose(symbol))
    await secretariat.page.getByRole('button', { name: opening.addendum('A/CONF.2009/1/Add.2') }).waitFor()
    expect([secretariat, colleague, observer, minister].flatMap(({ violations }) => violations)).toEqual([])
  })
})

/** Runs in a page of the secretariat: accredits another member of it, and gives the sign-in link. */
async function accreditClerk(): Promise<string> {
  const [, , as] = location.pathname.split('/')
  const answer = await fetch(`/api/people?as=${as}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'secretariat', delegation: null, name: 'Second clerk', title: '' }),
  })
  const { url } = await answer.json()
  return url
}
