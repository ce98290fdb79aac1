import { table } from './amendments.ts'
import { Conference, type Person } from './conference.ts'
import { gather } from './crowd.ts'
import { DECLARATION } from './declaration.ts'
import { type Load, measure, type Outcome, percentile } from './load.ts'
import { meetingOf, paraph } from './paraph.ts'
import { say } from './say.ts'

/** Part h: people type while the compilation of many amendments is made into a Word file, again and again. */
export interface Exporting {
  readonly amendments: number
  readonly people: number
  readonly writers: number
  /** Keystroke to everybody, without and with the exports. */
  readonly alone: Outcome
  readonly beside: Outcome
  /** Seconds from the question to the last byte: the first export, which starts the thread, and the median of all. */
  readonly first: number
  readonly median: number
  readonly exports: number
  readonly bytes: number
}

export interface Export {
  readonly amendments: number
  readonly people: number
  readonly writers: number
  readonly load: Load
}

export async function exporting({ amendments, people, writers, load }: Export): Promise<Exporting> {
  const venue = await paraph.open({ people, writers })
  const meeting = await meetingOf(people)
  const conference = new Conference(venue.port)
  say(`tabling ${amendments} amendments`)
  // Whoever types here begins a draft of their own afterwards.
  await table(venue.port, conference, meeting.people.slice(writers, people - 1), amendments)
  const crowd = await gather(venue, people, writers)
  try {
    const alone = await measure(venue, crowd, load)
    const clerk = new Clerk(conference, meeting.people[people - 1])
    const [beside] = await Promise.all([
      measure(venue, crowd, load).finally(() => clerk.stop()),
      clerk.exportsOnAndOn(),
    ])
    const sorted = clerk.times.toSorted((a, b) => a - b)
    const [first = Number.NaN] = clerk.times
    const median = percentile(sorted, 0.5)
    say(`beside exports: p95 ${beside.p95.toFixed(1)} ms, without ${alone.p95.toFixed(1)} ms`)
    return {
      amendments,
      people,
      writers,
      alone,
      beside,
      first,
      median,
      exports: sorted.length,
      bytes: clerk.bytes,
    }
  } finally {
    crowd.leave()
    await venue.close()
  }
}

/** Somebody who wants the compilation, and has it before they want it again. */
class Clerk {
  readonly times: number[] = []
  bytes = 0
  private isAsked = true
  private readonly conference: Conference
  private readonly person: Person

  constructor(conference: Conference, person: Person | undefined) {
    if (!person) throw new Error('nobody was invited')
    this.conference = conference
    this.person = person
  }

  async exportsOnAndOn(): Promise<void> {
    while (this.isAsked) {
      // Something was said since: what was made before is not the compilation any more.
      const words = `To be looked at again (${this.times.length}).`
      await this.conference.perform(this.person, { do: 'comment.make', on: { clause: 'c1' }, words })
      const start = performance.now()
      this.bytes = (await this.conference.document(this.person, DECLARATION.id, QUERY)).byteLength
      this.times.push((performance.now() - start) / 1_000)
    }
  }

  stop(): void {
    this.isAsked = false
  }
}

const QUERY = { what: 'compilation', format: 'docx', language: 'en' }
