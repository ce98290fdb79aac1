import { createHash } from 'node:crypto'
import { type Certificate, textOfSeal } from '../../shared/certificate.ts'
import { headOf as headWords, notesOf, type Row, remarkTitle, rowsOf } from '../../shared/certificate-rows.ts'
import { type Certified, certifiedBy } from '../../shared/certified.ts'
import { directionOf } from '../../shared/direction.ts'
import { type FrozenWords, wordsIn } from '../../shared/frozen-words.ts'
import { canonical } from '../../shared/hash.ts'
import { en } from '../../shared/messages/en.ts'
import { fr } from '../../shared/messages/fr.ts'
import { openingLength } from '../../shared/opening.ts'
import { fingerprintOf, openNote, readHead, readKey } from '../../shared/signed-note.ts'
import { ALONE } from './alone.ts'
import { escaped } from './escaped.ts'

/** The script and the style of its own that the certificate carries with it, as the client's build made them. */
export interface Parts {
  readonly script: string
  readonly style: string
}

/** Puts the key of the ledger to a text. */
export type SealText = (text: string, origin: string) => string

const CATALOGUES = { en, fr }
type Language = keyof typeof CATALOGUES
const LANGUAGES = Object.keys(CATALOGUES) as Language[]

/**
 * One page that needs nothing but itself: the words and the roll as plain HTML, which any program can read; the data
 * that prove them; and a script that compares the two. The same certificate gives the same bytes.
 */
export function certificatePage(
  certificate: Certificate,
  { script, style: own }: Parts,
  seal: SealText,
): string {
  const style = ALONE + own
  const data = embedded(canonical(certificate))
  const certified = certifiedBy(certificate)
  const origin = readKey(certificate.key)?.name ?? ''
  const title = certificateTitle(certificate)
  const before = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<form class="languages" aria-label="${LANGUAGES.map((it) => CATALOGUES[it].certificate.language).join(' · ')}">
${LANGUAGES.map((it, at) => `<input type="radio" name="language" id="in-${it}"${at === 0 ? ' checked' : ''}><label for="in-${it}" lang="${it}">${CATALOGUES[it].certificate.language}</label>`).join('\n')}
</form>
<main>
${LANGUAGES.map((it) => headOf(certificate, certified, it)).join('\n')}
${textOf(wordsIn(certificate.words))}
${certified.languages.map((it) => laidIn(wordsIn(it), wordsIn(certificate.words))).join('')}${LANGUAGES.map((it) => rollOf(certificate, certified, it)).join('\n')}
${LANGUAGES.map((it) => proofOf(certificate, certified, it)).join('\n')}
</main>
<script type="application/json" id="data">${data}</script>
<script>${script}</script>
`
  const text = textOfSeal({ origin, data: sha256(data), file: sha256(before) })
  return `${before}<script type="text/plain" id="seal">\n${seal(text, origin)}</script>\n</body>\n</html>\n`
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const certificateTitle = ({ symbol }: Certificate): string =>
  LANGUAGES.map((it) => escaped(CATALOGUES[it].certificate.title(symbol))).join(' · ')

/** Nothing comes from anywhere, and nothing runs but what the server put there. */
function policy(script: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`
}

/** JSON within a page: no tag can begin in it, and it reads the same. */
const embedded = (json: string): string => json.replaceAll('<', '\\u003c')

function headOf(certificate: Certificate, certified: Certified, language: Language): string {
  const { certificate: say } = CATALOGUES[language]
  const head = headWords(certificate, certified, language, say)
  const part = (name: keyof typeof head) => `<span data-shown="${name}">${escaped(head[name])}</span>`
  return `<header data-in="${language}" lang="${language}">
<p class="meeting">${part('meeting')}</p>
<h1>${part('title')}</h1>
<p>${part('count')}</p>
<p class="small">${escaped(say.hash)} <code>${part('hash')}</code></p>
<section class="verdict" data-verdict="${language}" role="status"><h2>${escaped(say.checking)}</h2><p>${escaped(say.notChecked)}</p></section>
</header>`
}

function textOf({ language, blocks }: FrozenWords): string {
  const direction = directionOf(language)
  const shown = blocks.map(({ kind, label, text, end }) => {
    if (kind === 'title') return `<h2 data-block="title"><span data-shown="text">${escaped(text)}</span></h2>`
    const opening = openingLength(text, language)
    const words = `<em>${escaped(text.slice(0, opening))}</em>${escaped(text.slice(opening))}`
    const number = label
      ? `<span class="label"><span data-shown="label">${escaped(label)}</span>. </span>`
      : ''
    return `<p data-block="clause">${number}<span data-shown="text">${words}</span><span data-shown="end">${escaped(end)}</span></p>`
  })
  return `<article class="text" data-text lang="${escaped(language)}" dir="${direction}" translate="no">\n${shown.join('\n')}\n</article>`
}

/** The text in another language, and which one is authentic. */
function laidIn(words: FrozenWords, authentic: FrozenWords): string {
  const said = LANGUAGES.map((it) => {
    const nameOf = (language: string) =>
      new Intl.DisplayNames(it, { type: 'language' }).of(language) ?? language
    const { laid, laidMeans } = CATALOGUES[it].certificate
    const means = laidMeans(nameOf(authentic.language))
    return `<header data-in="${it}" lang="${it}"><h2>${escaped(laid(nameOf(words.language)))}</h2><p class="small">${escaped(means)}</p></header>`
  })
  return `<section class="laid">\n${said.join('\n')}\n${textOf(words)}\n</section>\n`
}

function rollOf(certificate: Certificate, certified: Certified, language: Language): string {
  const { certificate: say } = CATALOGUES[language]
  const rows = rowsOf(certificate, certified, language)
  const list =
    rows.length === 0
      ? `<p>${escaped(say.none)}</p>`
      : `<ol class="roll">\n${rows.map((row) => rowOf(row, language)).join('\n')}\n</ol>`
  return `<section data-in="${language}" data-roll="${language}" lang="${language}"><h2>${escaped(say.roll)}</h2>\n${list}\n</section>`
}

function rowOf(row: Row, language: Language): string {
  const { certificate: say } = CATALOGUES[language]
  const part = (name: string, text: string) => `<span data-shown="${name}">${escaped(text)}</span>`
  const notes = notesOf(row, say).map(escaped)
  const remarks = row.remarks.map(
    (remark) =>
      `\n<blockquote data-remark="${remark.kind}"><b>${escaped(remarkTitle(remark, say))}</b> ${part('words', remark.words)}</blockquote>`,
  )
  return `<li data-state="${row.code}"><h3>${part('state', row.state)} <small>${part('code', row.code)}</small></h3>
<p>${part('person', row.person)}, ${part('office', row.office)}</p>
<p class="small">${part('time', row.time)}${notes.map((it) => ` · ${it}`).join('')}</p>${remarks.join('')}</li>`
}

function proofOf({ key, checkpoint }: Certificate, { version }: Certified, language: Language): string {
  const { certificate: say } = CATALOGUES[language]
  const known = readKey(key)
  const opened = known && openNote(checkpoint, known)
  const head = opened && readHead(opened.text)
  return `<section data-in="${language}" lang="${language}" class="proof"><h2>${escaped(say.limits)}</h2>
<ul>${say.limit.map((it) => `<li>${escaped(it)}</li>`).join('')}</ul>
<pre>node paraph-verify.mjs &lt;file&gt; --fingerprint ${known ? fingerprintOf(known) : ''}</pre>
<dl><dt>${escaped(say.fingerprint)}</dt><dd><code>${known ? fingerprintOf(known) : ''}</code></dd>
<dt>${escaped(say.hash)}</dt><dd><code>${version?.hash ?? ''}</code></dd>
<dt>${escaped(say.head)}</dt><dd>${escaped(head?.origin ?? '')}, ${say.acts(head?.size ?? 0)}, <code>${head?.root ?? ''}</code></dd></dl>
</section>`
}
