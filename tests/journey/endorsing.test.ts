import { beforeAll, describe, expect, test } from 'vitest'
import { artefact } from '../support/artefacts.ts'
import { movesTo } from '../support/deeds.ts'
import { Finger, opensEndorsement } from '../support/finger.ts'
import { DESK, Journey, PHONE } from '../support/journey.ts'
import { isKeptByWorker, Line, noteTimes } from '../support/line.ts'
import type { Person } from '../support/person.ts'
import { Scale } from '../support/scale.ts'

const TELEPHONE = { locale: 'en-SG', ...PHONE }

/** A minister with a telephone, the secretariat at its desk, and somebody who watches the roll. */
describe('a minister who signs these exact words', () => {
  const journey = new Journey('endorsing')
  let secretariat: Person
  let observer: Person
  let minister: Person
  let finger: Finger
  /** The command with which the minister endorsed. */
  let sent: {
    readonly do: string
    readonly signed: { readonly instrument: object; readonly assertion: object }
  }

  beforeAll(async () => {
    const desktop = { locale: 'en-GB', ...DESK }
    secretariat = await journey.enters(await journey.device(desktop), 'Secretariat', 'en')
    observer = await journey.enters(await journey.device(desktop), 'Observer', 'en')
    minister = await journey.enters(await journey.device(TELEPHONE), 'Minister of Singapore', 'en')
    finger = await Finger.lend(minister.page)
  })

  const review = async () => {
    const { endorse } = minister.words
    await minister.page.getByLabel(endorse.name).fill('The Minister')
    await minister.page.getByLabel(endorse.office).fill('Minister for Home Affairs')
    await minister.press(endorse.review)
  }

  /** In the words of the declaration that lies before the meeting in English. */
  const laysInEnglish = async () => {
    const { languages } = secretariat.words.opening
    await secretariat.press(languages.lay)
    await secretariat.press(languages.take('A/CONF.2009/L.2'), secretariat.dialog)
    const last = secretariat.dialog.getByLabel(
      languages.words(secretariat.words.common.clause('7'), 'English'),
    )
    await secretariat.page.waitForFunction(
      (it) => it instanceof HTMLTextAreaElement && it.value !== '',
      await last.elementHandle(),
    )
    await secretariat.picture('endorsing-3-laying')
    await secretariat.press(languages.confirm('English'), secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
    await secretariat.sees(/^English, laid on/)
  }

  /** Gives the page of somebody who is not signed in. */
  const opensToThePublic = async () => {
    const { publish } = secretariat.words.roll
    await secretariat.goTo('roll')
    await secretariat.press(publish.open)
    await secretariat.press(publish.open, secretariat.dialog)
    await secretariat.page.getByRole('link', { name: publish.see }).waitFor()
    const street = await (await journey.device({ locale: 'en-GB', ...DESK })).newPage()
    await street.goto(`${journey.server.origin}/public/high-level-declaration-fr`)
    await street.locator('[data-block=clause]').last().getByText('Appealing').waitFor()
    return street
  }

  test('sets up a signature before the text is final; both read the same code', async () => {
    await minister.goTo('endorse')
    await minister.press(minister.words.signing.make)
    const code = (await minister.page.locator('.code-to-read').textContent()) ?? ''
    await minister.picture('endorsing-1-code')
    const { people, signing } = secretariat.words
    await secretariat.page.goto(new URL('people', secretariat.page.url()).href)
    const row = secretariat.page.locator('.waiting-key').filter({ hasText: code })
    await row.waitFor()
    await row.getByRole('button').click()
    await secretariat.picture('endorsing-2-confirm')
    await secretariat.press(signing.same, secretariat.dialog)
    const person = secretariat.page.getByRole('listitem').filter({ hasText: 'Minister of Singapore' })
    await person.getByText(signing.states.confirmed).waitFor()
    expect(people.title).not.toBe('')
    await minister.sees(minister.words.signing.notListed)
  })

  test('reads the final text as soon as it is opened, without loading the page again', async () => {
    await secretariat.goTo('desk')
    await movesTo(secretariat, 'consolidation', 'final')
    await laysInEnglish()
    await secretariat.picture('endorsing-3-languages')
    await opensEndorsement(secretariat)
    expect(
      await secretariat.page.getByRole('button', { name: secretariat.words.opening.languages.lay }).count(),
    ).toBe(0)
    await minister.page.bringToFront()
    await minister.page.getByLabel(minister.words.endorse.name).waitFor()
    await minister.sees(minister.words.signing.ready)
    await minister.picture('endorsing-3-form')
  })

  const readIn = (name: string) =>
    minister.page.locator('.read-in .segment').filter({ hasText: name }).click()

  test('[E6] reads it in the language of the page, sees which one is signed, and can read that one', async () => {
    const { endorse } = minister.words
    const clause = minister.page.locator('[data-block=clause]').last()
    await clause.getByText('Appealing').waitFor()
    await minister.sees(endorse.reading.other('English', 'French'))
    await minister.picture('endorsing-3-english')
    await readIn(`Français (${endorse.reading.isAuthentic})`)
    await clause.getByText('Appelant').waitFor()
    await minister.sees(endorse.reading.own('French'))
    await readIn('English')
    await clause.getByText('Appealing').waitFor()
  })

  test('[E5] loads the page for the first time with less than 150 kB, letters apart', async () => {
    const context = await journey.device({
      ...TELEPHONE,
      storageState: await minister.page.context().storageState(),
      // What a worker brings by itself would not be counted.
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    const scale = await Scale.under(page)
    await page.goto(minister.page.url())
    await page.getByLabel(minister.words.endorse.name).waitFor()
    await page.getByText(minister.words.signing.ready).waitFor()
    await page.waitForLoadState('networkidle')
    const { page: bytes, fonts, files } = scale.weigh()
    await context.close()
    console.info(`the minister's page: ${bytes} bytes in ${files.length} files, and ${fonts} of fonts`)
    expect(bytes, files.map(([path, size]) => `${size} ${path}`).join('\n')).toBeLessThan(150_000)
  })

  test('[E5] reads the text before anything is answered, where the page was opened before', async () => {
    const { words } = minister
    await isKeptByWorker(minister.page)
    const page = await minister.page.context().newPage()
    const line = await Line.of(page)
    await line.hold()
    await page.goto(minister.page.url())
    await page.locator('[data-block=clause]').last().waitFor()
    expect(line.answered).toEqual([])
    expect(await page.getByLabel(words.endorse.name).count()).toBe(0)
    await line.release()
    await page.getByLabel(words.endorse.name).waitFor()
    await line.slow3G()
    await page.addInitScript(noteTimes, ['[data-block=clause]', '.endorse-form'])
    await page.reload()
    await page.getByLabel(words.endorse.name).waitFor()
    const [text, form] = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times)
    console.info(`over slow 3G, opened again: text after ${text} ms, complete after ${form} ms`)
    await page.close()
  })

  test('[E5] opens anew at once when an upgrade has come, but never once somebody has touched it', async () => {
    const page = await minister.page.context().newPage()
    // Whatever is asked of a page from here counts as a touch, so the page itself says that a new worker has come.
    await page.addInitScript(upgradeOnce)
    let loads = 0
    const again = page.waitForEvent('load', { predicate: () => ++loads === 2 })
    await page.goto(minister.page.url())
    await again
    const name = page.getByLabel(minister.words.endorse.name)
    await name.fill('The Min')
    await page.evaluate(() => navigator.serviceWorker.dispatchEvent(new Event('controllerchange')))
    await name.press('End')
    expect([await name.inputValue(), loads]).toEqual(['The Min', 2])
    await page.close()
  })

  test('can not sign with a device that does not know who holds it', async () => {
    const { endorse, refusals } = minister.words
    await finger.recognizes(false)
    await review()
    await minister.press(endorse.confirm('Singapore'), minister.dialog)
    await minister.dialog.getByText(refusals.sentence('device/dropped')).waitFor()
    await finger.recognizes(true)
    await minister.press(minister.words.common.cancel, minister.dialog)
    await minister.dialog.waitFor({ state: 'hidden' })
  })

  test('signs nothing where a letter on the page is another', async () => {
    const { endorse } = minister.words
    const word = minister.page.locator('[data-block=clause] [data-shown=text]').first()
    const before = await word.evaluate((node) => {
      const last = node.lastChild as Text
      const text = last.data
      last.data = text.replace('e', 'é')
      return text
    })
    await minister.press(endorse.review)
    await minister.page.getByRole('alert').getByText(endorse.otherWords).waitFor()
    expect(await minister.dialog.count()).toBe(0)
    await word.evaluate((node, text) => {
      ;(node.lastChild as Text).data = text
    }, before)
  })

  test('reads and signs with letters twice as large', async () => {
    const width = () =>
      minister.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
    await minister.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await width()).toBeLessThanOrEqual(0)
    await minister.page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
    // What is zoomed to twice its size has half the width.
    await minister.page.setViewportSize({ width: 195, height: 422 })
    await minister.picture('endorsing-4-large')
    expect(await width()).toBeLessThanOrEqual(0)
    await minister.page.setViewportSize(PHONE.viewport)
  })

  test('is counted among those who are here, though the page holds no socket', async () => {
    await observer.goTo('roll')
    await observer.page.locator('.count-present .count-number').getByText('1', { exact: true }).waitFor()
  })

  test('dissociates from a clause, signs, and keeps the receipt; roll, map and wall show it to whoever watches', async () => {
    const { common, endorse, roll } = minister.words
    const wall = await observer.page.context().newPage()
    await wall.goto(new URL('screen', observer.page.url()).href)
    const street = await opensToThePublic()
    const singapore = { hasText: `Singapore: ${roll.map.marks.none}` }
    for (const page of [wall, observer.page, street]) {
      await page.locator('.world-state.is-none').filter(singapore).waitFor({ state: 'attached' })
    }
    await minister.page.bringToFront()
    await minister.page.getByText(endorse.add.dissociation).click()
    await minister.page.getByText(common.clause('2'), { exact: true }).click()
    await review()
    await minister.dialog.getByText(endorse.fromClauses(common.clause('2'))).waitFor()
    const sending = minister.page.waitForRequest(
      (it) => it.method() === 'POST' && it.url().includes('/commands'),
    )
    await minister.press(endorse.confirm('Singapore'), minister.dialog)
    sent = (await sending).postDataJSON()
    await minister.page.getByRole('heading', { name: endorse.receipt }).waitFor()
    await minister.page.getByRole('img', { name: endorse.qr }).waitFor()
    await minister.picture('endorsing-5-receipt')
    await observer.sees('Minister for Home Affairs')
    const signed = { hasText: `Singapore: ${roll.map.marks.qualified}` }
    for (const page of [wall, observer.page, street]) {
      await page.locator('.world-state.is-qualified').filter(signed).waitFor({ state: 'attached' })
    }
    await wall.screenshot({ path: artefact('endorsing-5-wall.png') })
    await observer.picture('endorsing-5-roll')
    await street.getByText('Minister for Home Affairs').waitFor()
    await street.screenshot({ path: artefact('endorsing-5-public.png'), fullPage: true })
    await street.context().close()
    await wall.close()
    await minister.page.bringToFront()
    const saving = minister.page.waitForEvent('download')
    await minister.press(endorse.save)
    expect((await saving).suggestedFilename()).toBe('high-level-declaration-fr-SGP.txt')
  })

  test('takes it back before the record is closed, by another signature', async () => {
    const { endorse } = minister.words
    await minister.press(endorse.withdraw)
    await minister.press(endorse.withdraw, minister.dialog)
    await minister.page.getByRole('button', { name: endorse.review }).waitFor()
    await observer.page.getByRole('heading', { name: endorse.onRoll.withdrawn }).waitFor()
    await observer.sees(observer.words.roll.emptyAgain)
    await minister.picture('endorsing-6-withdrawn')
  })

  test('finds every other use of the signature refused: played again, changed, by another State', async () => {
    const other = await journey.enters(minister.page.context(), 'Minister of France', 'en')
    const { instrument, assertion } = sent.signed
    const changed = { do: sent.do, signed: { instrument: { ...instrument, version: 1 }, assertion } }
    expect(await answerTo(minister, sent)).toBe('endorsement/replayed')
    expect(await answerTo(minister, changed)).toBe('endorsement/other-text')
    expect(await answerTo(other, sent)).toBe('endorsement/not-yours')
    await other.page.close()
  })

  test('finds endorsement closed when the record is', async () => {
    await secretariat.goTo('desk')
    await movesTo(secretariat, 'closed')
    await minister.page.bringToFront()
    await minister.sees(minister.words.endorse.closed)
    expect(await minister.page.getByRole('button', { name: minister.words.endorse.review }).count()).toBe(0)
    expect(await answerTo(minister, sent)).toBe('endorsement/closed')
  })

  test('loads nothing of the editor, and does nothing that the content security policy forbids', async () => {
    const names = await minister.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )
    expect(names.filter((name) => /RoomPage|Editor|items-/.test(name))).toEqual([])
    expect([secretariat, observer, minister].flatMap(({ violations }) => violations)).toEqual([])
  })

  test('[E5] leaves nothing of the text on the telephone on signing out', async () => {
    const { common } = minister.words
    const kept = () =>
      minister.page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.includes('/shelf/endorsing')),
      )
    // One for each who has signed here on this telephone.
    expect((await kept()).length).toBeGreaterThan(0)
    await minister.page.locator('.page-header-bar').getByRole('button').last().click()
    await minister.press(common.signOut)
    await minister.page.waitForURL(`${journey.server.origin}/`)
    expect(await kept()).toEqual([])
  })
})

/** Runs in a page before it begins. */
function upgradeOnce(): void {
  if (sessionStorage.getItem('upgraded')) return
  new MutationObserver((_, watching) => {
    if (!document.querySelector('.endorse-form')) return
    watching.disconnect()
    sessionStorage.setItem('upgraded', 'once')
    navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))
  }).observe(document, { childList: true, subtree: true })
}

/** What the server says of a command that the person's page sends by itself. */
function answerTo({ page, as }: Person, command: object): Promise<string> {
  return page.evaluate(
    async ({ as, command }) => {
      const answer = await fetch(`/api/declarations/high-level-declaration-fr/commands?as=${as}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(command),
      })
      const { code }: { code?: string } = await answer.json()
      return code ?? 'taken'
    },
    { as, command },
  )
}
