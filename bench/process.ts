import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A server under measurement: a process of its own, on loopback. */
export interface Running {
  readonly pid: number
  readonly port: number
  output(): string
  /** Asks it to end, and ends it where it doesn't. */
  stop(): Promise<void>
}

export interface Start {
  /** What node is started with. */
  readonly args: readonly string[]
  readonly port: number
  readonly env?: Readonly<Record<string, string>>
}

const repository = resolve(import.meta.dirname, '..')
const START_LIMIT = 40_000
const STOP_LIMIT = 8_000
const children = new Set<ChildProcess>()
const folders = new Set<string>()

/** Starts node, and comes back once it answers on its port. */
export async function run({ args, port, env }: Start): Promise<Running> {
  const child = spawn(process.execPath, args, {
    cwd: repository,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (text: string) => {
    output = (output + text).slice(-200_000)
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  children.add(child)
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  void ended.then(() => children.delete(child))
  const running: Running = {
    pid: child.pid ?? 0,
    port,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT)
      await ended
      clearTimeout(late)
    },
  }
  if (await answers(child, port)) return running
  child.kill('SIGKILL')
  throw new Error(`node ${args.join(' ')} did not answer on port ${port}\n${output}`)
}

async function answers(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + START_LIMIT
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.ok) return true
    await wait(30)
  }
  return false
}

/** Ends what still runs and removes what was written. */
export function cleanUp(): void {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  folders.clear()
}

/** Empty, on the disk of this machine, and gone at the end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-bench-'))
  folders.add(folder)
  return folder
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  folders.delete(folder)
}

export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => found(port))
    })
  })

const TICKS_PER_SECOND = 100

/** Seconds of processor time that a process has used so far, with all its threads. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Seconds of processor time that the whole machine has been busy, what its host took from it included. */
export function machineCpuSeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = readFileSync(
    '/proc/stat',
    'utf8',
  )
    .slice(4, 200)
    .trim()
    .split(/\s+/)
    .map(Number)
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND
}

/** Resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}
