import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { type Crowd, sentAway } from './crowd.ts'
import { countTyped, LETTERS, Marks } from './marks.ts'
import { cpuSeconds, machineCpuSeconds } from './process.ts'
import type { Venue } from './subject.ts'

export interface Load {
  /** Keystrokes a second, of all writers together. */
  readonly rate: number
  /** Seconds before anything is measured, and seconds that are. */
  readonly warmUp: number
  readonly seconds: number
}

/** What one step came to. Times in milliseconds; processor shares in cores. */
export interface Outcome {
  readonly rate: number
  /** Keystrokes a second that the generator managed to send. */
  readonly sent: number
  /** From the keystroke until everybody sampled had it. */
  readonly p50: number
  readonly p95: number
  readonly worst: number
  readonly timed: number
  /** Timed keystrokes that did not arrive in time. */
  readonly missing: number
  /** Letters that a reader's document lacks in the end, and why lines were closed. */
  readonly lost: number
  readonly sentAway: readonly string[]
  readonly cpu: number
  readonly generatorCpu: number
  /** What else ran on the machine meanwhile: a step beside much of it says little. */
  readonly elsewhere: number
  /** The generator's own loop: the 99th percentile of its delay. */
  readonly generatorDelay: number
  readonly framesPerSecond: number
  readonly bytesPerSecond: number
  /** Server CPU, in microseconds, for one keystroke brought to one reader. */
  readonly cpuPerDelivery: number
  /** When it was measured, in microseconds of the monotonic clock. */
  readonly from: number
  readonly to: number
}

const SAMPLED = 16
const TIMED_PER_SECOND = 50
const SLOT_MS = 2
/** Nobody waits longer for a letter. */
const GIVE_UP_MS = 1_500

/** Types at an even pace, round after round of the writers, and measures how it arrives. */
export async function measure(venue: Venue, crowd: Crowd, load: Load): Promise<Outcome> {
  const typing = new Typing(crowd, venue, load.rate)
  await typing.for(load.warmUp)
  const marks = typing.mark()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const before = snapshot(venue, crowd)
  const from = monotonic()
  const sentBefore = typing.sent
  await typing.for(load.seconds)
  const after = snapshot(venue, crowd)
  const to = monotonic()
  const sent = typing.sent - sentBefore
  delay.disable()
  typing.unmark()
  const late = performance.now() + GIVE_UP_MS
  while (marks.outstanding > 0 && performance.now() < late && !typing.gaveUp) await wait(10)
  typing.stopListening()
  const missing = marks.outstanding
  const sorted = marks.latencies.toSorted((a, b) => a - b)
  const all = [...sorted, ...Array.from({ length: missing }, () => Number.POSITIVE_INFINITY)]
  const seconds = (to - from) / 1_000_000
  const cpu = (after.cpu - before.cpu) / seconds
  return {
    rate: load.rate,
    sent: sent / seconds,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    worst: percentile(all, 1),
    timed: all.length,
    missing,
    lost: missing > 0 ? Number.NaN : await lostOf(venue, crowd, typing.letters),
    sentAway: [...new Set(sentAway(crowd))],
    cpu,
    generatorCpu: (after.own - before.own) / seconds,
    elsewhere: (after.machine - after.own - after.cpu - before.machine + before.own + before.cpu) / seconds,
    generatorDelay: delay.percentile(99) / 1e6,
    framesPerSecond: (after.frames - before.frames) / seconds,
    bytesPerSecond: (after.bytes - before.bytes) / seconds,
    cpuPerDelivery: (cpu * 1e6) / (sent / seconds) / (crowd.readers.length + 1),
    from,
    to,
  }
}

class Typing {
  sent = 0
  /** Letters typed, spaces apart. */
  letters = 0
  /** Set once keystrokes take so long that the step has failed. */
  gaveUp = false
  private marks: Marks | null = null
  private marked = 0
  private readonly crowd: Crowd
  private readonly venue: Venue
  private readonly rate: number

  constructor(crowd: Crowd, venue: Venue, rate: number) {
    this.crowd = crowd
    this.venue = venue
    this.rate = rate
  }

  /** From now on some keystrokes are timed, and some readers watched. */
  mark(): Marks {
    const watched = sample(this.crowd.readers, SAMPLED)
    const marks = new Marks(watched.length)
    watched.forEach((line, reader) => {
      line.listener = (message) => marks.scan(reader, message)
    })
    this.marks = marks
    return marks
  }

  unmark(): void {
    this.marks = null
  }

  stopListening(): void {
    for (const line of this.crowd.readers) line.listener = null
  }

  async for(seconds: number): Promise<void> {
    const start = performance.now()
    const end = start + seconds * 1_000
    let typed = 0
    for (let now = start; now < end && !this.gaveUp; now = performance.now()) {
      // A generator that can't keep up doesn't make up for it in a burst: it shows in what was sent.
      const due = Math.min(Math.floor(((now - start) / 1_000) * this.rate) - typed, this.rate / 10 + 1)
      for (let i = 0; i < due; i++) this.type()
      typed += due
      if ((this.marks?.age(now) ?? 0) > GIVE_UP_MS) this.gaveUp = true
      await wait(SLOT_MS)
    }
  }

  private type(): void {
    const { writers } = this.crowd
    const writer = writers[this.sent % writers.length]
    if (!writer) return
    const character = this.nextMark() ?? letterOf(this.sent)
    this.sent++
    this.letters += countTyped(character)
    writer.line.send(this.venue.wire.update(writer.typist.type(character)))
  }

  private nextMark(): string | null {
    if (!this.marks) return null
    this.marked += Math.min(1, TIMED_PER_SECOND / this.rate)
    if (this.marked < 1) return null
    this.marked -= 1
    return this.marks.take(performance.now())
  }
}

/** Words of six letters. */
const letterOf = (nth: number): string => (nth % 7 === 6 ? ' ' : (LETTERS[nth % LETTERS.length] ?? 'α'))

/** Whether all that was typed stands in the document that a reader built from what came in. */
async function lostOf(venue: Venue, { witness }: Crowd, letters: number): Promise<number> {
  for (let tries = 0; tries < 3; tries++) {
    await wait(300)
    if (venue.typedIn(witness.state, witness.updates) === letters) return 0
  }
  return letters - venue.typedIn(witness.state, witness.updates)
}

interface Snapshot {
  readonly cpu: number
  readonly own: number
  readonly machine: number
  readonly frames: number
  readonly bytes: number
}

function snapshot({ pid }: Venue, { readers }: Crowd): Snapshot {
  const own = process.cpuUsage()
  return {
    cpu: cpuSeconds(pid),
    own: (own.user + own.system) / 1e6,
    machine: machineCpuSeconds(),
    frames: readers.reduce((sum, { frames }) => sum + frames, 0),
    bytes: readers.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** So many, evenly spread from the first to the last. */
function sample<T>(all: readonly T[], count: number): T[] {
  const most = Math.min(count, all.length)
  const step = (all.length - 1) / Math.max(1, most - 1)
  return Array.from({ length: most }, (_, i) => all[Math.round(i * step)]).filter((it) => it !== undefined)
}

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN

const monotonic = (): number => Number(process.hrtime.bigint() / 1_000n)
