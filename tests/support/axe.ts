import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds to complain of in a page, once nothing moves: what still fades in has too little contrast. */
export async function complaints(page: Page): Promise<string[]> {
  await nothingMoves(page)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (): Promise<AxeResults> =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(
        // React Aria's announcer speaks for a moment of a button that is already gone.
        { exclude: [['[data-live-announcer]']] },
        // All is checked; only what is wrong is told at length.
        { resultTypes: ['violations'] },
      ),
  )
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Until a page stands still: nothing is fetched that a person is told of, its letters have come, and nothing moves. */
export async function standsStill(page: Page): Promise<void> {
  await page.locator('.spinner').first().waitFor({ state: 'hidden' })
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  await nothingMoves(page)
}

const nothingMoves = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (;;) {
      const moving = document
        .getAnimations()
        .filter((it) => it.playState === 'running' && it.effect?.getComputedTiming().iterations !== Infinity)
      if (moving.length === 0) return
      await Promise.allSettled(moving.map((it) => it.finished))
    }
  })
