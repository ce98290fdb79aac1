import type { Fuzzed } from '../tests/support/fuzz.ts'
import type { Equal } from './equal.ts'
import type { Exporting } from './exporting.ts'
import type { Joining } from './joining.ts'
import type { Machine } from './machine.ts'
import type { Paint } from './paint.ts'
import type { Profile, Share } from './profile.ts'
import type { Quiet } from './quiet.ts'
import type { RollCall } from './roll-call.ts'
import { P95_MS, type Sustained } from './sustained.ts'

/** Everything that a run measured. */
export interface Results {
  readonly date: string
  readonly machine: Machine
  readonly sustained: readonly Sustained[]
  readonly equal: readonly Equal[]
  readonly quiet: readonly Quiet[]
  readonly joining: readonly Joining[]
  readonly paint: Paint | null
  readonly fuzzed: Fuzzed | null
  readonly rollCall: RollCall | null
  readonly exporting: Exporting | null
}

/** As Markdown, to be pasted into a note. Where rounds differ, their median stands. */
export function report(results: Results): string {
  const { machine, date } = results
  const about = `${date}; ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; ${machine.versions.join(', ')}`
  return `${[
    `${about}.${sharedWith(results)}`,
    sustainedTable(results.sustained),
    equalTable(results.equal),
    quietTable(results.quiet),
    joiningTable(results.joining),
    results.paint ? paintTable(results.paint) : '',
    results.fuzzed ? fuzzTable(results.fuzzed) : '',
    results.rollCall ? rollCallTable(results.rollCall) : '',
    results.exporting ? exportingTable(results.exporting) : '',
  ]
    .filter(Boolean)
    .join('\n\n')}\n`
}

/** Others' work on the machine spoils the figures; it is said, not hidden. */
function sharedWith({ sustained, equal }: Results): string {
  const outcomes = [...sustained, ...equal].flatMap(({ outcome }) => outcome ?? [])
  const elsewhere = outcomes.map((it) => it.elsewhere).toSorted((a, b) => a - b)
  const middle = elsewhere[Math.floor(elsewhere.length / 2)] ?? 0
  return middle < 0.15
    ? ''
    : ` **Noisy:** other work took ${middle.toFixed(1)} cores of the machine meanwhile.`
}

const OURS = 'Paraph'

function sustainedTable(all: readonly Sustained[]): string {
  return comparison(all, {
    title: `**Highest sustained keystrokes a second, p95 of keystroke-to-everybody < ${P95_MS} ms** (× = Paraph against it)`,
    columns: (it) => `${it.people} connected, ${it.writers} typing`,
    value: ({ rate }) => rate,
    better: 'more',
    cell: ({ rate, capped, outcome }) =>
      `${capped ? '≥ ' : ''}${number(rate)}${outcome ? ` (p50 ${ms(outcome.p50)}, p95 ${ms(outcome.p95)})` : ''}`,
  })
}

function equalTable(all: readonly Equal[]): string {
  return comparison(all, {
    title:
      '**Server CPU for a keystroke brought to one reader, at equal load** (× = Paraph against it; less is better)',
    columns: (it) => `${it.people} connected, ${number(it.rate)}/s`,
    value: ({ outcome, holds }) => (holds ? outcome.cpuPerDelivery : Number.NaN),
    better: 'less',
    cell: ({ outcome: { cpuPerDelivery, cpu, p50, p95 }, holds }) =>
      holds
        ? `${cpuPerDelivery.toFixed(2)} µs, ${cpu.toFixed(2)} core, p50 ${ms(p50)}, p95 ${ms(p95)}`
        : `does not keep up (${cpu.toFixed(2)} core)`,
  })
}

function quietTable(all: readonly Quiet[]): string {
  const memory = comparison(all, {
    title: '**Memory of one connection**, in kB of resident memory',
    columns: (it) => `${it.people} connected`,
    value: ({ bytesPerConnection }) => bytesPerConnection,
    better: 'less',
    cell: ({ bytesPerConnection }) => (bytesPerConnection / 1e3).toFixed(1),
  })
  const cpu = comparison(all, {
    title: '**Server CPU of a quiet room with presence**, in cores',
    columns: (it) => `${it.people} connected`,
    value: ({ cpu }) => cpu,
    better: 'less',
    cell: (it) => it.cpu.toFixed(3),
  })
  return [memory, cpu].filter(Boolean).join('\n\n')
}

function joiningTable(all: readonly Joining[]): string {
  const columns = (it: Joining) => size(it.stateBytes)
  const alone = comparison(all, {
    title: '**Joining alone**, from opening the line until the state is here, in ms',
    columns,
    value: (it) => it.alone,
    better: 'less',
    cell: (it) => it.alone.toFixed(1),
  })
  const crowd = comparison(all, {
    title: `**${all[0]?.crowd} joining within a second**: until all have the state (median of them), in ms`,
    columns,
    value: (it) => it.all,
    better: 'less',
    cell: (it) => `${number(it.all)} (${number(it.median)})`,
  })
  return [alone, crowd].filter(Boolean).join('\n\n')
}

const fuzzTable = ({ messages, seed, bursts, saved, slowest, refused, harms }: Fuzzed): string =>
  [
    `**${number(messages)} random messages** (SEED=${seed}), ${number(saved)} acknowledged; after each of ` +
      `${number(bursts)} bursts an honest client was in step, the slowest after ${ms(slowest)}.`,
    `Refused: ${Object.entries(refused)
      .toSorted(([, a], [, b]) => b - a)
      .map(([code, times]) => `${code} ${number(times)}`)
      .join(', ')}.`,
    harms.length === 0 ? 'No harm was done.' : `**HARM:** ${[...new Set(harms)].join('; ')}`,
  ].join('\n')

const paintTable = ({ amendments, keystrokes, median, p95, worst, phone, openings }: Paint): string =>
  [
    `**In Chromium, ${number(amendments)} pending amendments on seven clauses**`,
    `- keystroke to paint, ${keystrokes} keystrokes: median ${ms(median)}, p95 ${ms(p95)}, worst ${ms(worst)}; ` +
      `at the width of a phone: median ${ms(phone.median)}, p95 ${ms(phone.p95)}`,
    ...openings.map(
      ({ page, opens, frame, frameP95 }) =>
        `- ${page}: opens in ${ms(opens)}; a frame while scrolling ${ms(frame)}, p95 ${ms(frameP95)}`,
    ),
  ].join('\n')

const rollCallTable = ({ ministers, seconds, pages }: RollCall): string =>
  [
    `**In Chromium, while ${ministers} ministers sign within ${seconds} seconds**`,
    ...pages.map(
      ({ page, median, p95, worst }) =>
        `- ${page}: a frame ${ms(median)}, p95 ${ms(p95)}, worst ${ms(worst)}`,
    ),
  ].join('\n')

const exportingTable = ({ alone, beside, ...it }: Exporting): string =>
  [
    `**${number(it.people)} connected, ${number(it.writers)} typing ${number(alone.rate)} letters a second, ` +
      `while the compilation of ${number(it.amendments)} amendments is made into a Word file on and on**`,
    `- keystroke to everybody: p50 ${ms(alone.p50)}, p95 ${ms(alone.p95)} without; p50 ${ms(beside.p50)}, ` +
      `p95 ${ms(beside.p95)} beside it${ratioOf(beside.p95, alone.p95)}; worst ${ms(alone.worst)} and ${ms(beside.worst)}`,
    `- a file of ${size(it.bytes)} takes ${it.median.toFixed(1)} s (median of ${it.exports}; the first, which starts ` +
      `the thread, ${it.first.toFixed(1)} s)`,
  ].join('\n')

interface Comparison<T> {
  readonly title: string
  readonly columns: (it: T) => string
  readonly value: (it: T) => number
  readonly better: 'more' | 'less'
  readonly cell: (it: T) => string
}

/** One row for each server; each cell is the round in the middle, and how Paraph compares. */
function comparison<T extends { readonly subject: string }>(all: readonly T[], by: Comparison<T>): string {
  if (all.length === 0) return ''
  const columns = [...new Set(all.map(by.columns))]
  const subjects = [...new Set(all.map(({ subject }) => subject))]
  const middle = (subject: string, column: string) =>
    median(
      all.filter((it) => it.subject === subject && by.columns(it) === column),
      by.value,
    )
  const rows = subjects.map((subject) => {
    const cells = columns.map((column) => {
      const it = middle(subject, column)
      if (!it) return '–'
      const ours = middle(OURS, column)
      const ratio = ours && subject !== OURS ? ratioOf(by.value(ours), by.value(it)) : ''
      return by.cell(it) + ratio
    })
    return `| ${[subject, ...cells].join(' | ')} |`
  })
  const head = [`| server | ${columns.join(' | ')} |`, `| --- |${' ---: |'.repeat(columns.length)}`]
  return [by.title, '', ...head, ...rows].join('\n')
}

function median<T>(all: readonly T[], value: (it: T) => number): T | undefined {
  const sorted = all.toSorted((a, b) => (value(a) || 0) - (value(b) || 0))
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

function ratioOf(ours: number, theirs: number): string {
  const ratio = ours / theirs
  return Number.isFinite(ratio) && ratio > 0
    ? ` **×${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}**`
    : ''
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`
const number = (value: number): string =>
  Number.isFinite(value) ? Math.round(value).toLocaleString('en') : '∞'
const size = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(0)} kB`

export function profileTable({ file, outcome, own, whole }: Profile): string {
  const rows = (shares: readonly Share[]) =>
    shares.map(({ name, where, share }) => `${(share * 100).toFixed(1).padStart(5)} %  ${name}  ${where}`)
  const { rate, sent, p50, p95, cpu, generatorCpu, elsewhere, framesPerSecond } = outcome
  return `${[
    `${rate} keystrokes a second (sent ${sent.toFixed(0)}), p50 ${ms(p50)}, p95 ${ms(p95)}; cores: server ` +
      `${cpu.toFixed(2)}, generator ${generatorCpu.toFixed(2)}, elsewhere ${elsewhere.toFixed(2)}; ` +
      `${number(framesPerSecond)} frames a second`,
    `under load, of ${file}`,
    'own time:',
    ...rows(own),
    'our functions, with what they call:',
    ...rows(whole),
  ].join('\n')}\n`
}
