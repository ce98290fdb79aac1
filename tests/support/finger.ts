import type { CDPSession, Page } from 'playwright-core'
import type { Person } from './person.ts'

/** A device in software, whose person it recognizes or not. Runs over the browser's own door for this. */
export class Finger {
  private readonly door: CDPSession
  private readonly id: string

  private constructor(door: CDPSession, id: string) {
    this.door = door
    this.id = id
  }

  static async lend(page: Page): Promise<Finger> {
    const door = await page.context().newCDPSession(page)
    await door.send('WebAuthn.enable')
    const { authenticatorId } = await door.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return new Finger(door, authenticatorId)
  }

  /** Whether the device knows from now on who holds it. */
  async recognizes(isUserVerified: boolean): Promise<void> {
    await this.door.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified })
  }
}

/** The desk puts the final text before those who may endorse. */
export async function opensEndorsement(secretariat: Person): Promise<void> {
  const { opening } = secretariat.words
  await secretariat.press(opening.open)
  await secretariat.press(opening.open, secretariat.dialog)
  await secretariat.dialog.waitFor({ state: 'hidden' })
  await secretariat.page.getByRole('button', { name: opening.paper.record }).waitFor()
}

/** The minister's device makes a key, and the secretariat at the desk hears the code that stands on its screen. */
export async function setsUpSignature(minister: Person, secretariat: Person): Promise<Finger> {
  const finger = await Finger.lend(minister.page)
  await minister.press(minister.words.signing.make)
  const code = (await minister.page.locator('.code-to-read').textContent()) ?? ''
  const { signing } = secretariat.words
  const row = secretariat.page.locator('.waiting-key').filter({ hasText: code })
  await row.waitFor()
  await row.getByRole('button').click()
  await secretariat.press(signing.same, secretariat.dialog)
  await row.waitFor({ state: 'detached' })
  await minister.sees(minister.words.signing.ready)
  return finger
}
