import { beforeAll, describe, expect, test } from 'vitest'
import { DESK, Journey } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

/** More than a draft holds: the server refuses it whole. */
const TOO_MUCH = 'Et encore '.repeat(7_000)

describe('words that the server does not take', () => {
  const journey = new Journey('refused')
  let france: Person
  let secretariat: Person
  /** Sockets to a draft, as they were opened. */
  const lines: string[] = []

  beforeAll(async () => {
    const device = () => journey.device({ locale: 'fr-FR', ...DESK })
    france = await journey.enters(await device(), 'France')
    secretariat = await journey.enters(await device(), 'Secretariat')
    france.page.on('websocket', (socket) => {
      if (socket.url().includes('/drafts/')) lines.push(socket.url())
    })
    await france.goTo()
    await france.replaces('la menace', 'le danger')
    await france.saved()
  })

  const tray = () => france.page.getByRole('region', { name: france.words.room.tray.label })

  test('are set aside with the reason, and what was saved before still stands', async () => {
    await france.selects('le danger')
    await france.page.keyboard.press('ArrowRight')
    await france.page.keyboard.insertText(TOO_MUCH)
    await tray()
      .getByText(/Et encore/)
      .waitFor()
    await tray().getByText(france.words.refusals.sentence('update/too-large')).waitFor()
    await france.editor.getByText('le danger').first().waitFor()
    expect(await france.editor.textContent()).not.toContain('Et encore')
    await france.picture('refused-1-tray')
  })

  test('leave a way back: the draft opens again, once, and takes words', async () => {
    await france.saved()
    await france.replaces('le danger', 'le péril')
    await france.saved()
    expect(lines).toHaveLength(2)
  })

  test('are set aside again when they are tried again, and the room does not go round in circles', async () => {
    await france.press(france.words.room.tray.again, tray())
    await tray()
      .getByText(/Et encore/)
      .waitFor()
    await france.saved()
    await france.editor.getByText('le péril').first().waitFor()
    expect(lines).toHaveLength(3)
  })

  test('are in the trail that the secretariat reads', async () => {
    await secretariat.page.goto(new URL('refused', secretariat.page.url()).href)
    await secretariat.sees(secretariat.words.trail.doors.draft('d1'))
    await secretariat.sees(secretariat.words.refusals.sentence('update/too-large'))
  })

  test('no page complained: a line that the server closes is no error of the page', () => {
    expect([france, secretariat].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
