import { setTimeout as wait } from 'node:timers/promises'
import { connected, inGroups } from './join.ts'
import { cpuSeconds, residentBytes } from './process.ts'
import { say } from './say.ts'
import type { Subject } from './subject.ts'

/** Part c: a room full of people who do nothing but be there. */
export interface Quiet {
  readonly subject: string
  readonly people: number
  /** Resident memory of the server that came with each connection. */
  readonly bytesPerConnection: number
  /** Processor share of the server, in cores, while everybody's client renews its presence as the stock one does. */
  readonly cpu: number
}

const FIRST = 20
const RENEW_MS = 15_000
const SETTLE_MS = 3_000

export async function quiet(subject: Subject, people: number, seconds: number): Promise<Quiet> {
  const venue = await subject.open({ people: people + FIRST, writers: 0 })
  const enter = async (nth: number) => {
    const { line } = await connected(venue, venue.seat(nth))
    line.send(venue.wire.presence(1_000 + nth, 1, presenceOf(nth)))
    return line
  }
  const first = await inGroups(FIRST, FIRST, enter)
  await wait(SETTLE_MS)
  const before = residentBytes(venue.pid)
  const lines = await inGroups(people, 25, (nth) => enter(FIRST + nth))
  await wait(SETTLE_MS)
  const bytesPerConnection = (residentBytes(venue.pid) - before) / people
  const used = cpuSeconds(venue.pid)
  await renewing(seconds, people, (nth, clock) =>
    lines[nth]?.send(venue.wire.presence(1_000 + FIRST + nth, clock, presenceOf(FIRST + nth))),
  )
  const cpu = (cpuSeconds(venue.pid) - used) / seconds
  for (const line of [...first, ...lines]) line.close()
  await venue.close()
  say(
    `${subject.name}, ${people} quiet: ${(bytesPerConnection / 1e3).toFixed(1)} kB each, ${cpu.toFixed(3)} cores`,
  )
  return { subject: subject.name, people, bytesPerConnection, cpu }
}

const presenceOf = (nth: number) => ({
  user: { name: `Delegate ${nth}`, color: '#2f6fb0' },
  clause: `c${(nth % 7) + 1}`,
})

/** Each client says every fifteen seconds that it is still there; they came at different moments. */
async function renewing(
  seconds: number,
  people: number,
  renew: (nth: number, clock: number) => void,
): Promise<void> {
  const start = performance.now()
  const end = start + seconds * 1_000
  let renewed = 0
  for (let now = start; now < end; now = performance.now()) {
    const due = ((now - start) / RENEW_MS) * people
    for (; renewed < due; renewed++) renew(renewed % people, 2 + Math.floor(renewed / people))
    await wait(10)
  }
}
