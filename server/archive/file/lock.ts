import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { FILE_MODE } from './durable.ts'

/** Two servers on one folder would each overwrite what the other promised to keep. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Takes the lock file, from a process that is gone too. Gives the way to let it go.
 * @throws FolderInUse
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const own = `${path}.${randomUUID()}`
  const me: Holder = { pid: process.pid, since: await startOf(process.pid) }
  await writeFile(own, JSON.stringify(me), { mode: FILE_MODE })
  try {
    // A link is made whole or not at all: nobody ever reads half a lock.
    while (!(await isLinked(own, path))) await removeStale(path, own)
  } finally {
    await rm(own, { force: true })
  }
  return () => rm(path, { force: true })
}

/** A process id comes back after a restart; with the moment its process began, it is one process for ever. */
interface Holder {
  readonly pid: number
  readonly since: string | null
}

const isLinked = (own: string, path: string): Promise<boolean> =>
  link(own, path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

async function removeStale(path: string, own: string): Promise<void> {
  const seen = await readIfThere(path)
  if (seen === null) return
  const holder = parseHolder(seen)
  if (holder && (await isAlive(holder))) {
    throw new FolderInUse(`Process ${holder.pid} keeps this folder open: ${path}. Stop it first.`)
  }
  // Another server may have taken over since we looked: move away only what we saw, and put back anything else.
  const aside = `${own}.stale`
  await rename(path, aside).catch(() => undefined)
  const moved = await readIfThere(aside)
  if (moved !== null && moved !== seen) await isLinked(aside, path)
  await rm(aside, { force: true })
}

async function isAlive({ pid, since }: Holder): Promise<boolean> {
  if (!isRunning(pid)) return false
  const start = await startOf(pid)
  return since === null || start === null || start === since
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Boot and clock tick in which a process began, as Linux tells; null elsewhere. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readIfThere(`/proc/${pid}/stat`)
  const boot = await readIfThere('/proc/sys/kernel/random/boot_id')
  // proc(5): the name, in parentheses, may hold anything; the start time is the 20th field after it.
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return ticks && boot ? `${boot.trim()} ${ticks}` : null
}

function parseHolder(text: string): Holder | null {
  try {
    const it: unknown = JSON.parse(text)
    if (typeof it !== 'object' || it === null || !('pid' in it) || typeof it.pid !== 'number') return null
    return { pid: it.pid, since: 'since' in it && typeof it.since === 'string' ? it.since : null }
  } catch {
    return null
  }
}

const readIfThere = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null)
