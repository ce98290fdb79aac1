import { createHash } from 'node:crypto'
import { directionOf } from '../../../shared/direction.ts'
import { escaped } from '../escaped.ts'
import type { Content } from '../made.ts'
import type { Said, Sheet } from '../pdf/sheet.ts'
import { STYLE } from './style.ts'

/** One page that needs nothing but itself and runs nothing: its head, what it shows, and how it can be checked. */
export function page(sheet: Sheet, body: string): Content {
  const { language, name, author, keywords } = sheet
  const style = `${STYLE}${footOf(sheet)}`
  const html = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${sha256(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escaped(author)}">
<meta name="keywords" content="${escaped(keywords.join(', '))}">
<title>${escaped(name)}</title>
<style>${style}</style>
</head>
<body>
${headOf(sheet)}
<main>
${body}
</main>
${checkOf(sheet)}
</body>
</html>
`
  return { bytes: new TextEncoder().encode(html), type: 'text/html; charset=utf-8' }
}

const sha256 = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** What a person wrote, in the language and the direction that it was written in. */
export const said = ({ text, language, direction }: Said): string =>
  `<span lang="${escaped(language)}" dir="${direction}">${escaped(text)}</span>`

const headOf = ({ meeting, symbol, subject }: Sheet): string => `<header class="head">
<p>${escaped(meeting.name)}<br>${escaped(meeting.when)}</p>
<p class="what"><strong>${escaped(symbol)}</strong>${subject.map(escaped).join('<br>')}</p>
</header>`

function checkOf({ check, drawings }: Sheet): string {
  const facts = check.facts.map(({ name, text, isAddress }) => {
    const shown = isAddress
      ? `<a href="${escaped(text)}">${escaped(text)}</a>`
      : `<code>${escaped(text)}</code>`
    return `<dt>${escaped(name)}</dt><dd dir="ltr">${shown}</dd>`
  })
  return `<footer class="check"><div><h2>${escaped(check.title)}</h2>
<p>${escaped(check.says)}</p>
<dl>${facts.join('')}</dl></div>
${drawing(drawings.code, check.alt, 'code')}
</footer>`
}

/** A drawing of ours with its words; each has its own names within the page. */
export const drawing = (svg: string, alt: string, name: string): string =>
  svg
    .replaceAll('hatch', `hatch-${name}`)
    .replace('<svg ', alt ? `<svg role="img" aria-label="${escaped(alt)}" ` : '<svg aria-hidden="true" ')

/** At the foot of every printed page; a page box takes no elements, only words. */
function footOf({ symbol, foot, language }: Sheet): string {
  const [start, end] = directionOf(language) === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const words = [symbol, foot.what, foot.moment].join(' · ')
  const font = 'font: 8pt system-ui, sans-serif; color: #000;'
  return `@page { margin: 20mm 20mm 18mm; @bottom-${start} { content: "${inStyle(words)}"; ${font} } @bottom-${end} { content: counter(page) " / " counter(pages); ${font} } }
`
}

/** As a string in a style sheet, which may stand in a page. */
const inStyle = (words: string): string =>
  words.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)
