import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gather, writersAmong } from './crowd.ts'
import { measure, type Outcome } from './load.ts'
import { temporaryFolder } from './process.ts'
import type { Subject } from './subject.ts'

/** A function's share of the time that was looked at. */
export interface Share {
  readonly name: string
  readonly where: string
  readonly share: number
}

export interface Profile {
  readonly file: string
  readonly outcome: Outcome
  /** Each function's own time. */
  readonly own: readonly Share[]
  /** Of our functions: their time with all that they call. */
  readonly whole: readonly Share[]
}

const results = resolve(import.meta.dirname, 'results')

/** Runs a server under V8's profiler and looks at the seconds in which it was under load. */
export async function profile(subject: Subject, people: number, rate: number): Promise<Profile> {
  const folder = temporaryFolder()
  const nodeArgs = ['--cpu-prof', `--cpu-prof-dir=${folder}`]
  const writers = writersAmong(people)
  const venue = await subject.open({ people, writers, nodeArgs })
  const crowd = await gather(venue, people, writers)
  const outcome = await measure(venue, crowd, { rate, warmUp: 2, seconds: 10 })
  crowd.leave()
  await venue.close()
  // Named after process and thread: the first thread is number 0, the loader of TypeScript another.
  const name = readdirSync(folder).find((it) => /\.\d+\.0\.\d+\.cpuprofile$/.test(it))
  if (!name) throw new Error(`the server left no profile\n${venue.output()}`)
  const file = join(results, `paraph-${people}-${rate}.cpuprofile`)
  copyFileSync(join(folder, name), file)
  return { file, outcome, ...sharesOf(file, outcome.from, outcome.to) }
}

interface CpuProfile {
  readonly nodes: readonly Node[]
  readonly startTime: number
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

interface Node {
  readonly id: number
  readonly children?: readonly number[]
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
}

/** Between two instants of the monotonic clock, which is also the profiler's; in microseconds. */
function sharesOf(file: string, from: number, to: number): Pick<Profile, 'own' | 'whole'> {
  const { nodes, startTime, samples, timeDeltas }: CpuProfile = JSON.parse(readFileSync(file, 'utf8'))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const callers = new Map(
    nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)),
  )
  const own = new Map<string, number>()
  const whole = new Map<string, number>()
  const add = (times: Map<string, number>, key: string, time: number) =>
    times.set(key, (times.get(key) ?? 0) + time)
  let at = startTime
  let total = 0
  samples.forEach((id, index) => {
    at += timeDeltas[index] ?? 0
    if (at < from || at > to) return
    const time = timeDeltas[index + 1] ?? 0
    total += time
    add(own, placeOf(byId.get(id), callers), time)
    const stack = new Set<string>()
    for (let node = byId.get(id); node; node = callers.get(node.id)) {
      if (isOurs(node.callFrame.url)) stack.add(placeOf(node, callers))
    }
    for (const key of stack) add(whole, key, time)
  })
  return { own: largest(own, total), whole: largest(whole, total) }
}

const largest = (times: ReadonlyMap<string, number>, total: number): Share[] =>
  [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 40)
    .map(([key, time]) => {
      const [name = '', where = ''] = key.split('\t')
      return { name, where, share: time / total }
    })

/** A function without a name is told by who calls it: the loader puts a file of TypeScript on one line. */
function placeOf(node: Node | undefined, callers: ReadonlyMap<number, Node>): string {
  let caller = node
  while (caller && !caller.callFrame.functionName) caller = callers.get(caller.id)
  const own = node?.callFrame.functionName
  const { url = '', lineNumber = 0 } = node?.callFrame ?? {}
  const where = url ? `${short(url)}${lineNumber > 0 ? `:${lineNumber + 1}` : ''}` : ''
  return `${own || `(in ${caller?.callFrame.functionName ?? '?'})`}\t${where}`
}

const repository = `${pathToFileURL(resolve(import.meta.dirname, '..')).href}/`
const short = (url: string): string => url.replace(repository, '').replace(/^.*node_modules\//, '')
const isOurs = (url: string): boolean => /^(server|shared)\//.test(short(url))
