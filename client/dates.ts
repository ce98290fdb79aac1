import { useMemo } from 'react'
import type { Instant } from '../shared/ids.ts'
import { useLanguage } from './i18n.tsx'

export interface Dates {
  /** `12 October 2009` from a calendar date or an instant. */
  readonly day: (date: string) => string
  /** `12 Oct 2009, 14:05`, in the reader's own time zone. */
  readonly moment: (at: Instant) => string
  /** The same with seconds and the zone's name: for receipts. */
  readonly exact: (at: Instant) => string
  /** `Thursday 15 October 2009 at 17:00 CEST`: in the reader's own time zone, which is named. */
  readonly deadline: (at: Instant) => string
  /** `Thu, 15:00 UTC`; empty where that is the reader's own time. */
  readonly utc: (at: Instant) => string
  /** `14:05`. */
  readonly time: (at: Instant) => string
  /** `5 minutes ago`. */
  readonly since: (at: Instant, now: number) => string
}

export const useDates = (): Dates => {
  const { language } = useLanguage()
  return useMemo(() => datesIn(localeOf(language, navigator.languages)), [language])
}

/** The reader's own region where it speaks the language: `en-GB` and `en-US` write dates in other ways. */
export const localeOf = (language: string, regions: readonly string[]): string =>
  regions.find((tag) => tag.startsWith(`${language}-`)) ?? USUAL[language] ?? language

const USUAL: Readonly<{ [language: string]: string }> = { en: 'en-GB' }

/** `timeZone`: the device's own where none is given. */
export function datesIn(language: string, zone?: string): Dates {
  const here = zone === undefined ? {} : { timeZone: zone }
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...here })
  // A calendar date is the same day everywhere.
  const calendarDay = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...here })
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long', ...here })
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...here })
  const deadline = new Intl.DateTimeFormat(language, { ...IN_FULL, timeZoneName: 'short', ...here })
  const utc = new Intl.DateTimeFormat(language, { ...IN_SHORT, timeZone: 'UTC' })
  const inShort = new Intl.DateTimeFormat(language, { ...IN_SHORT, ...here })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  return {
    day: (date) => (date.length === 10 ? calendarDay : day).format(new Date(date)),
    moment: (at) => moment.format(new Date(at)),
    exact: (at) => exact.format(new Date(at)),
    deadline: (at) => deadline.format(new Date(at)),
    utc: (at) => {
      const everywhere = utc.format(new Date(at))
      return everywhere === inShort.format(new Date(at)) ? '' : `${everywhere} UTC`
    },
    time: (at) => time.format(new Date(at)),
    since: (at, now) => {
      const [amount, unit] = elapsed(Date.parse(at), now)
      return relative.format(-amount, unit)
    },
  }
}

const IN_SHORT = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const
const IN_FULL = { ...IN_SHORT, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

const UNITS: readonly (readonly [seconds: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [31_536_000, 'year'],
  [2_592_000, 'month'],
  [604_800, 'week'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
]

/** How long ago, in the largest unit that fills at least once; nothing shorter than a minute is told. */
export function elapsed(at: number, now: number): readonly [number, Intl.RelativeTimeFormatUnit] {
  const seconds = Math.max(0, (now - at) / 1000)
  for (const [size, unit] of UNITS) if (seconds >= size) return [Math.floor(seconds / size), unit]
  return [0, 'minute']
}
