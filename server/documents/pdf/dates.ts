import type { LabelLanguage } from '../../../shared/document.ts'
import type { Instant } from '../../../shared/ids.ts'

/** Dates on paper are those of universal time: a paper is read in every time zone. */

const DAYS: { readonly [language in LabelLanguage]: Intl.DateTimeFormat } = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** `12 October 2009`, of a calendar date or an instant. */
export const dayIn = (language: LabelLanguage, at: string): string => DAYS[language].format(new Date(at))

/** `14:05:33 UTC`. */
export const timeIn = (at: Instant): string => `${at.slice(11, 19)} UTC`

/** `12 October 2009, 14:05:33 UTC`. */
export const momentIn = (language: LabelLanguage, at: Instant): string =>
  `${dayIn(language, at)}, ${timeIn(at)}`
