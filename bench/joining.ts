import { setTimeout as wait } from 'node:timers/promises'
import { connected } from './join.ts'
import { Line } from './line.ts'
import { percentile } from './load.ts'
import { say } from './say.ts'
import type { Subject, Venue } from './subject.ts'

/** Part d: how long it takes to come in. Times in milliseconds, from opening the line until the whole state is here. */
export interface Joining {
  readonly subject: string
  readonly stateBytes: number
  /** One client alone: the median of several. */
  readonly alone: number
  readonly crowd: number
  /** The crowd comes within a second: until the last one has the state, and the median of them. */
  readonly all: number
  readonly median: number
}

const ALONE = 7
const CROWD_LIMIT_MS = 60_000

export interface State {
  readonly comments: number
  readonly bytes: Uint8Array
}

/** Makes the state once, by what people say in a room of ours; every server is then given the same bytes. */
export async function stateOf(subject: Subject, comments: number): Promise<State> {
  const venue = await subject.open({ people: 60, writers: 0, comments })
  const { state, line } = await connected(venue, venue.seat(0))
  line.close()
  await venue.close()
  return { comments, bytes: state }
}

export async function joining(subject: Subject, state: State, crowd: number): Promise<Joining> {
  const venue = await subject.open({ people: 60, writers: 0, state: state.bytes, comments: state.comments })
  const times: number[] = []
  let stateBytes = 0
  for (let nth = 0; nth < ALONE; nth++) {
    const { line, took, state: here } = await connected(venue, venue.seat(nth))
    stateBytes = here.length
    times.push(took)
    line.close()
    await wait(100)
  }
  const joined = await rush(venue, crowd, stateBytes)
  await venue.close()
  const alone = percentile(
    times.toSorted((a, b) => a - b),
    0.5,
  )
  const { all, median } = joined
  say(
    `${subject.name}, ${(stateBytes / 1e3).toFixed(0)} kB: alone ${alone.toFixed(0)} ms; ` +
      `${crowd} in a second: all in ${all.toFixed(0)}, median ${median.toFixed(0)} ms`,
  )
  return { subject: subject.name, stateBytes, alone, crowd, all, median }
}

/** So many clients, evenly within one second. */
async function rush(
  venue: Venue,
  crowd: number,
  stateBytes: number,
): Promise<{ all: number; median: number }> {
  const start = performance.now()
  const lines: Line[] = []
  const times: number[] = []
  for (let nth = 0; nth < crowd; nth++) {
    await wait(Math.max(0, start + (nth * 1_000) / crowd - performance.now()))
    const { path, headers } = venue.seat(nth)
    const opened = performance.now()
    const line = new Line(venue.port, path, headers)
    lines.push(line)
    let isHere = false
    line.onFrame = (length) => {
      if (isHere || length < stateBytes) return
      isHere = true
      times.push(performance.now() - opened)
    }
    line.ignoreAbove = 10_000
    line.listener = (message) => {
      if (venue.wire.read(message).kind === 'question') line.send(venue.wire.nothing)
    }
    line.opened.then(
      () => venue.wire.hello.forEach((message) => void line.send(message)),
      () => {},
    )
  }
  while (times.length < crowd && performance.now() - start < CROWD_LIMIT_MS) await wait(2)
  const all = times.length < crowd ? Number.POSITIVE_INFINITY : performance.now() - start
  for (const line of lines) line.close()
  return {
    all,
    median: percentile(
      times.toSorted((a, b) => a - b),
      0.5,
    ),
  }
}
