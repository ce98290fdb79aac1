import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

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

function onPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
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

function fromDebian(): void {
  if (!existsSync('/usr/bin/apt-get')) throw new Error('no apt-get here')
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  run([...apt, 'update'], 3 * MINUTE)
  run([...apt, 'install', '-y', '--no-install-recommends', 'chromium'], 8 * MINUTE)
}

function run([program = '', ...rest]: readonly string[], timeout: number): void {
  execFileSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'], timeout, killSignal: 'SIGKILL' })
}
