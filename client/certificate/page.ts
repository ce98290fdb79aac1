import type { Certificate } from '../../shared/certificate.ts'
import { type Row, rowsOf } from '../../shared/certificate-rows.ts'
import type { Certified } from '../../shared/certified.ts'
import { wordsIn, wordsOfText } from '../../shared/frozen-words.ts'
import type { Line } from '../../shared/projection.ts'

/**
 * The first place where the page shows anything else than what was signed: a State, or the symbol for the text; null
 * where it shows exactly that, in each language.
 */
export function differenceOn(
  page: ParentNode,
  certificate: Certificate,
  certified: Certified,
): string | null {
  if (wordsOn(page, certificate) !== certificate.words) return certificate.symbol
  for (const language of Object.keys(certificate.rolls)) {
    const place = page.querySelector(`[data-roll="${language}"]`)
    const shown = [...(place?.querySelectorAll('[data-state]') ?? [])].map(read)
    const signed = rowsOf(certificate, certified, language).map(spoken)
    const length = Math.max(shown.length, signed.length)
    for (let at = 0; at < length; at++) {
      if (shown[at]?.said !== signed[at]?.said) return signed[at]?.code ?? shown[at]?.code ?? language
    }
  }
  return null
}

function wordsOn(page: ParentNode, { words }: Certificate): string {
  const { declaration, language } = wordsIn(words)
  const lines = [...page.querySelectorAll('[data-block]')].map(
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
  /** All that one line of the roll says. */
  readonly said: string
}

function read(row: Element): Said {
  const remarks = [...row.querySelectorAll('[data-remark]')].map((it) => [
    it.getAttribute('data-remark'),
    part(it, 'words'),
  ])
  const parts = ['code', 'state', 'person', 'office', 'time'].map((name) => part(row, name))
  return { code: row.getAttribute('data-state') ?? '', said: JSON.stringify([...parts, remarks]) }
}

const spoken = ({ code, state, person, office, time, remarks }: Row): Said => ({
  code,
  said: JSON.stringify([code, state, person, office, time, remarks.map(({ kind, words }) => [kind, words])]),
})
