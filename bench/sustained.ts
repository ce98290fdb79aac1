import { gather, writersAmong } from './crowd.ts'
import { type Load, measure, type Outcome } from './load.ts'
import { say } from './say.ts'
import type { Subject } from './subject.ts'

/** Part a: the highest rate that a server sustains. */
export interface Sustained {
  readonly subject: string
  readonly people: number
  readonly writers: number
  /** Keystrokes a second; 0 where not even the lowest rate was sustained. */
  readonly rate: number
  /** No more could be asked of so many writers. */
  readonly capped: boolean
  /** The step of that rate. */
  readonly outcome: Outcome | null
}

export const P95_MS = 150
/** Per writer: nobody types so fast, and a socket of Paraph may send 120 messages a second. */
const MOST_PER_WRITER = 110
const LEAST = 10

export interface Search {
  readonly people: number
  /** Where to begin, by how much to step up or down, and how close to come. */
  readonly first: number
  readonly factor: number
  readonly close: number
  readonly load: Omit<Load, 'rate'>
}

/** Steps up until it fails (or down until it holds), then halves what lies between. A server afresh for each step. */
export async function sustained(subject: Subject, search: Search): Promise<Sustained> {
  const { people, factor, close } = search
  const writers = writersAmong(people)
  const cap = writers * MOST_PER_WRITER
  let best: Outcome | null = null
  let failed = Number.POSITIVE_INFINITY
  let rate = Math.min(search.first, cap)
  while (rate >= LEAST) {
    const outcome = await step(subject, people, { ...search.load, rate: Math.round(rate) })
    if (holds(outcome)) best = outcome
    else failed = outcome.rate
    if (best && (best.rate >= cap || failed / best.rate <= close)) break
    if (!best) rate = failed / factor
    else
      rate = Math.min(
        cap,
        failed === Number.POSITIVE_INFINITY ? best.rate * factor : between(best.rate, failed),
      )
  }
  return {
    subject: subject.name,
    people,
    writers,
    rate: best?.rate ?? 0,
    capped: best !== null && best.rate >= cap,
    outcome: best,
  }
}

const between = (a: number, b: number): number => Math.sqrt(a * b)

/** One load on a server afresh. */
export async function step(subject: Subject, people: number, load: Load): Promise<Outcome> {
  const writers = writersAmong(people)
  const venue = await subject.open({ people, writers })
  const crowd = await gather(venue, people, writers)
  try {
    const outcome = await measure(venue, crowd, load)
    say(`${subject.name}, ${people} connected, ${inWords(outcome)}`)
    return outcome
  } finally {
    crowd.leave()
    await venue.close()
  }
}

/** Everything arrived, in time, and was really asked for. */
export const holds = ({ p95, sent, rate, lost, sentAway }: Outcome): boolean =>
  p95 < P95_MS && sent >= rate * 0.97 && lost === 0 && sentAway.length === 0

function inWords(outcome: Outcome): string {
  const { rate, sent, p50, p95, cpu, generatorCpu, generatorDelay, elsewhere, lost, sentAway } = outcome
  return [
    `${rate}/s (sent ${sent.toFixed(0)})`,
    `p50 ${p50.toFixed(0)} p95 ${p95.toFixed(0)} ms`,
    `cores: server ${cpu.toFixed(2)}, generator ${generatorCpu.toFixed(2)}, elsewhere ${elsewhere.toFixed(2)}`,
    `generator's delay ${generatorDelay.toFixed(0)} ms`,
    ...(lost > 0 ? [`LOST ${lost} letters`] : []),
    ...sentAway.slice(0, 2),
    holds(outcome) ? 'holds' : 'fails',
  ].join(', ')
}
