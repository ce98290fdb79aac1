import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { BUILT_SERVER } from './built-server.ts'

/** One line that a first start prints: who may sign in where. */
export interface Link {
  readonly role: string
  readonly name: string
  readonly url: string
}

export interface RunningServer {
  /** The public origin, such as `http://localhost:49152`. */
  readonly origin: string
  readonly port: number
  /** Its process; another after each start. */
  readonly pid: number
  /** The folder that holds everything the server keeps. */
  readonly data: string
  /** The sign-in links of the first start; they outlive restarts. */
  readonly links: readonly Link[]
  /** All that the server has printed so far, over all its starts. */
  output(): string
  /** Ends it in order (SIGTERM) and gives its exit code; throws when it hangs. */
  stop(): Promise<number | null>
  /** Ends it without warning (SIGKILL). */
  kill(): Promise<void>
  /** Waits until it has ended, in whatever way. */
  gone(): Promise<void>
  /** Starts it again on the same port and data, stopping it in order first if it still runs. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>
}

export interface ServerOptions {
  /** An existing data folder; without it a new one, removed after the test file. */
  readonly data?: string
  readonly env?: Readonly<Record<string, string>>
  /** What node is to run; the server in one file, where it is not said. */
  readonly program?: readonly string[]
}

/** As it is started by whoever runs Paraph. */
export const SOURCES = ['--import', 'tsx', 'server/main.ts'] as const

const START_LIMIT = 30_000
const STOP_LIMIT = 15_000
const repository = resolve(import.meta.dirname, '../..')

const running = new Set<Run>()
const folders = new Set<string>()

/** Starts the real server as its own process on a free port, and comes back when it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = await freePort()
  const data = options.data ?? temporaryFolder()
  const origin = `http://localhost:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    PARAPH_DATA: data,
    PARAPH_ORIGIN: origin,
    ...options.env,
  }
  const earlier: string[] = []
  const program = options.program ?? [BUILT_SERVER]
  let current = await launch(program, env, port)
  const links = readLinks(current.stdout(), data)

  return {
    origin,
    port,
    get pid() {
      return current.pid
    },
    data,
    links,
    output: () => [...earlier, current.output()].join('\n'),
    stop: () => current.stop(),
    kill: () => current.kill(),
    gone: () => current.gone(),
    async restart(more = {}) {
      await current.stop()
      earlier.push(current.output())
      current = await launch(program, { ...env, ...more }, port)
    },
  }
}

/** Ends whatever still runs and removes the temporary data. `cleanup.ts` calls it after each test file. */
export async function endAllServers(): Promise<void> {
  await Promise.all([...running].map((run) => run.kill()))
  removeFolders()
}

/** The same of a run that was stopped, whose process waits for nothing any more. */
process.once('exit', () => {
  for (const run of running) void run.kill()
  removeFolders()
})

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  folders.clear()
}

interface Run {
  readonly pid: number
  stdout(): string
  output(): string
  stop(): Promise<number | null>
  kill(): Promise<void>
  gone(): Promise<void>
}

async function launch(program: readonly string[], env: NodeJS.ProcessEnv, port: number): Promise<Run> {
  const child = spawn(process.execPath, [...program], {
    cwd: repository,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  // 'close' comes after 'exit', when all output was read.
  const ended = new Promise<void>((done) => {
    child.once('error', (error) => {
      output += String(error)
      done()
    })
    child.once('close', () => done())
  }).finally(() => running.delete(run))

  const run: Run = {
    pid: child.pid ?? 0,
    stdout: () => stdout,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      if (await isLate(ended, STOP_LIMIT)) {
        await run.kill()
        throw new Error(`The server did not stop within ${STOP_LIMIT} ms of SIGTERM.\n${output}`)
      }
      return child.exitCode
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    gone: () => ended,
  }

  running.add(run)
  if (await isReady(child, port)) return run
  await run.kill()
  throw new Error(
    `The server did not get ready (exit code ${child.exitCode}, signal ${child.signalCode}).\n${output}`,
  )
}

/** Asks until the server says it is ready; false when it ends first, or takes too long. */
async function isReady(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + START_LIMIT
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const signal = AbortSignal.timeout(2_000)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.ok) return true
    await wait(20)
  }
  return false
}

async function isLate(event: Promise<void>, limit: number): Promise<boolean> {
  const given = new AbortController()
  const late = wait(limit, true, { signal: given.signal }).catch(() => false)
  const first = await Promise.race([event.then(() => false), late])
  given.abort()
  return first
}

/** From what a first start printed, or, on data that has started before, from the file it left. */
function readLinks(stdout: string, data: string): Link[] {
  const printed = parseLinks(stdout)
  const kept = join(data, 'links.txt')
  return printed.length === 0 && existsSync(kept) ? parseLinks(readFileSync(kept, 'utf8')) : printed
}

function parseLinks(text: string): Link[] {
  return text.split('\n').flatMap((line) => {
    const [role, name, url, ...rest] = line.trimEnd().split('\t')
    return role && name && url?.startsWith('http') && rest.length === 0 ? [{ role, name, url }] : []
  })
}

/**
 * Below those that the kernel gives to whoever calls somewhere: a server that was killed finds its port free when it starts
 * again, whoever has called whom in the meantime.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((told) => {
    const probe = createServer().once('error', () => told(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => told(true)))
  })
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-'))
  folders.add(folder)
  return folder
}
