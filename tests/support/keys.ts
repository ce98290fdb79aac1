import type { Page } from 'playwright-core'

/** Presses Tab until the focus is on what is meant, as somebody does who sees only the ring. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await focusIs(page, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by keys to ${selector}`)
}

export const focusIs = async (page: Page, selector: string): Promise<boolean> => {
  for (const element of await page.locator(selector).all()) {
    if (await element.evaluate((it) => it === document.activeElement)) return true
  }
  return false
}
