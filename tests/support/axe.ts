import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds to complain of in a page as it stands. */
export async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (): Promise<AxeResults> =>
      // React Aria's announcer speaks for a moment of a button that is already gone.
      (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: [['[data-live-announcer]']] }),
  )
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
