import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { installFromDebian, isExecutable, onPath, run } from './programs.ts'

const MINUTE = 60_000

/**
 * A headless Chromium: the one of this machine, or else one that is installed now. Where none can be had it
 * throws; a journey is never skipped.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? installBrowser(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

function findBrowser(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen && !isExecutable(chosen)) throw new Error(`CHROMIUM_PATH names no program: ${chosen}`)
  return (
    chosen ||
    ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find((path) => path !== undefined) ||
    [chromium.executablePath()].find(isExecutable)
  )
}

/** Tries each way to install until one leaves a browser behind. */
function installBrowser(): string {
  const failures: string[] = []
  for (const install of [fromPlaywright, fromDebian]) {
    try {
      install()
      const path = findBrowser()
      if (path) return path
      failures.push(`${install.name}: left no browser behind`)
    } catch (error) {
      failures.push(`${install.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(`Journeys need Chromium. Install it, or name it in CHROMIUM_PATH.\n${failures.join('\n')}`)
}

function fromPlaywright(): void {
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  run([process.execPath, join(playwright, 'cli.js'), 'install', 'chromium'], 3 * MINUTE)
}

const fromDebian = (): void => installFromDebian(['chromium'])
