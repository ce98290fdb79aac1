import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import { complaints } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { opensEndorsement } from '../support/finger.ts'
import { Person } from '../support/person.ts'
import { type RunningServer, startServer } from '../support/server.ts'

/** A minister whose telephone fails, two members of the secretariat with a paper, and somebody who watches the roll. */
describe('a paper that a minister signed by hand', () => {
  let server: RunningServer
  let browser: Browser
  let secretariat: Person
  let colleague: Person
  let observer: Person
  let minister: Person

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    const desktop = { locale: 'en-GB', viewport: { width: 1440, height: 900 } }
    const phone = { locale: 'en-FR', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const enters = async (name: string, device: object, links = server.links) =>
      Person.enters(await browser.newContext(device), { ...server, links }, name, 'en')
    secretariat = await enters('Secretariat', desktop)
    observer = await enters('Observer', desktop)
    minister = await enters('Minister of France', phone)
    const url = await secretariat.page.evaluate(accreditClerk)
    const link = { role: 'secretariat', name: 'Second clerk', url }
    colleague = await enters('Second clerk', phone, [link])
    await secretariat.goTo('desk')
    await moves('consolidation')
    await moves('final')
    await opensEndorsement(secretariat)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(() => {
    onTestFailed(async () => {
      for (const [who, person] of Object.entries({ secretariat, colleague, observer, minister })) {
        await person?.picture(`failed-papers-${who}`)
      }
    })
  })

  const moves = async (to: 'consolidation' | 'final' | 'closed') => {
    const { stage } = secretariat.words.desk
    await secretariat.press(stage.move[to])
    await secretariat.press(stage.move[to], secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
  }
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
    await moves('closed')
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
