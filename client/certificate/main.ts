import type { Certificate } from '../../shared/certificate.ts'
import { checkCertificate, type Finding } from '../../shared/certificate-check.ts'
import { certifiedBy } from '../../shared/certified.ts'
import { certificate as en } from '../../shared/messages/en.certificate.ts'
import { certificate as fr } from '../../shared/messages/fr.certificate.ts'
import './certificate.css'
import { differenceOn } from './page.ts'

/** Runs within the certificate, which stands alone: checks what it carries, then what it shows, and says both. */

const CATALOGUES = { en, fr }

const dataOf = (id: string): string => document.getElementById(id)?.textContent ?? ''

async function check(): Promise<readonly Finding[]> {
  const data = dataOf('data')
  const findings = await checkCertificate(data, dataOf('seal').trimStart())
  return findings.length === 1 ? findings : [...findings, comparePage(JSON.parse(data) as Certificate)]
}

function comparePage(certificate: Certificate): Finding {
  const about = differenceOn(document, certificate, certifiedBy(certificate), CATALOGUES)
  return about === null ? { check: 'page', is: 'right' } : { check: 'page', is: 'wrong', about }
}

function say(findings: readonly Finding[]): void {
  const is = (['wrong', 'unknown', 'right'] as const).find((it) => findings.some((found) => found.is === it))
  for (const [language, words] of Object.entries(CATALOGUES)) {
    const place = document.querySelector(`[data-verdict="${language}"]`)
    if (!place) continue
    const title = document.createElement('h2')
    title.textContent = is === 'right' ? words.right : is === 'unknown' ? words.partly : words.wrong
    const list = document.createElement('ul')
    list.append(...findings.map((finding) => lineOf(finding, words)))
    place.replaceChildren(title, list)
    place.classList.add(`is-${is ?? 'wrong'}`)
  }
}

function lineOf({ check, is, about = '' }: Finding, { checks }: typeof en): HTMLLIElement {
  const line = document.createElement('li')
  line.className = `is-${is}`
  line.textContent = is === 'wrong' ? checks[check].wrong(about) : checks[check][is]
  return line
}

/** Opened in the reader's own language, where it is one of the two. */
function choose(): void {
  const language = navigator.languages.map((it) => it.slice(0, 2)).find((it) => it in CATALOGUES) ?? 'en'
  const choice = document.getElementById(`in-${language}`)
  if (choice instanceof HTMLInputElement) choice.checked = true
}

// The seal stands behind the script: it is over all that comes before it.
document.addEventListener('DOMContentLoaded', () => {
  choose()
  // Whatever breaks while it is checked was not as it should be.
  check().then(say, () => say([{ check: 'seal', is: 'wrong' }]))
})
