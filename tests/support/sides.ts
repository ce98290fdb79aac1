import type { Page } from 'playwright-core'
import { complaints, standsStill } from './axe.ts'

/** The sides from which a page is looked at: as it comes, in the dark, and laid out from right to left. */
const SIDES = ['as it comes', 'in the dark', 'from right to left'] as const

/**
 * Turns a page that is there to each of its sides, and asks axe what there is to complain of; what else is to be looked at on
 * each side is done in between.
 */
export async function complaintsFromAllSides(
  page: Page,
  more: (look: (where: string) => Promise<void>) => Promise<void> = async () => {},
): Promise<string[]> {
  const found: string[] = []
  for (const side of SIDES) {
    await turn(page, side)
    const look = async (where: string) => {
      await standsStill(page)
      found.push(...(await complaints(page)).map((it) => `${side}, ${where}: ${it}`))
    }
    await look('as it stands')
    await more(look)
  }
  return found
}

async function turn(page: Page, side: (typeof SIDES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: side === 'in the dark' ? 'dark' : 'light' })
  // No language of the interface is written from right to left yet; the pages are laid out for one.
  const dir = side === 'from right to left' ? 'rtl' : 'ltr'
  await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), dir)
}
