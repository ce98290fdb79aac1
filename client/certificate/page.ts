import type { Certificate } from '../../shared/certificate.ts'
import {
  type CertificateWords,
  headOf,
  type Row,
  rowsOf,
  saidBy,
  spaced,
} from '../../shared/certificate-rows.ts'
import type { Certified } from '../../shared/certified.ts'
import { wordsIn, wordsOfText } from '../../shared/frozen-words.ts'
import type { Line } from '../../shared/projection.ts'

/**
 * The first place where the page shows anything else than what was signed: a State, or the symbol for the text and its
 * head; null where it shows exactly that, in each language.
 */
export function differenceOn(
  page: ParentNode,
  certificate: Certificate,
  certified: Certified,
  catalogues: Readonly<{ [language: string]: CertificateWords }>,
): string | null {
  const due = [certificate.words, ...certified.languages]
  const texts = [...page.querySelectorAll('[data-text]')]
  const areThose =
    texts.length === due.length && due.every((words, at) => wordsOn(texts[at], words) === words)
  if (!areThose) return certificate.symbol
  for (const [language, say] of Object.entries(catalogues)) {
    const head = page.querySelector(`header[data-in="${language}"]`)
    const told = Object.entries(headOf(certificate, certified, language, say))
    if (!head || told.some(([name, words]) => part(head, name) !== words)) return certificate.symbol
    const place = page.querySelector(`[data-roll="${language}"]`)
    const shown = [...(place?.querySelectorAll('[data-state]') ?? [])].map(read)
    const signed = rowsOf(certificate, certified, language).map((row) => spoken(row, say))
    const length = Math.max(shown.length, signed.length)
    for (let at = 0; at < length; at++) {
      if (shown[at]?.said !== signed[at]?.said) return signed[at]?.code ?? shown[at]?.code ?? language
    }
  }
  return null
}

/** What stands there, in the form of the words that should. */
function wordsOn(text: Element | undefined, words: string): string {
  const { declaration, language } = wordsIn(words)
  const lines = [...(text?.querySelectorAll('[data-block]') ?? [])].map(
    (block): Line => ({
      id: '',
      kind: block.getAttribute('data-block') === 'title' ? 'title' : 'clause',
      label: part(block, 'label'),
      text: part(block, 'text'),
      end: part(block, 'end'),
    }),
  )
  return wordsOfText(declaration, language, lines)
}

const part = (of: Element, name: string): string =>
  of.querySelector(`[data-shown=${name}]`)?.textContent ?? ''

interface Said {
  readonly code: string
  /** Each part of one line of the roll to the letter, and all that the line says. */
  readonly said: string
}

function read(row: Element): Said {
  const remarks = [...row.querySelectorAll('[data-remark]')].map((it) => [
    it.getAttribute('data-remark'),
    part(it, 'words'),
  ])
  const parts = ['code', 'state', 'person', 'office', 'time'].map((name) => part(row, name))
  const all = spaced(row.textContent)
  return { code: row.getAttribute('data-state') ?? '', said: JSON.stringify([...parts, remarks, all]) }
}

function spoken(row: Row, say: CertificateWords): Said {
  const { code, state, person, office, time } = row
  const remarks = row.remarks.map(({ kind, words }) => [kind, words])
  return { code, said: JSON.stringify([code, state, person, office, time, remarks, saidBy(row, say)]) }
}
