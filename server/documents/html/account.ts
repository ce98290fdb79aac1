import { escaped } from '../escaped.ts'
import type { Maker } from '../made.ts'
import { shownAccount } from '../pdf/account.ts'
import { sheetOf } from '../pdf/sheet.ts'
import { page, said } from './page.ts'

type Shown = ReturnType<typeof shownAccount>

/** The no-loss statement (rule A5), with every piece that it counts. */
export const accountAsPage: Maker = (dossier, query) => {
  const { heading, says, sums, amendments } = shownAccount(dossier, query)
  const sheet = sheetOf(dossier, query)
  const body = [
    `<h1>${escaped(heading)}</h1>`,
    ...says.map((it) => `<p>${escaped(it)}</p>`),
    ...(sums.rows.length > 0 ? [tableOf(sums)] : []),
    ...amendments.map(
      ({ name, entries }) => `<section><h2>${escaped(name)}</h2>${entries.map(entryOf).join('\n')}</section>`,
    ),
  ]
  return page(sheet, body.join('\n'))
}

const tableOf = ({ title, head, rows }: Shown['sums']): string => `<table><caption>${escaped(title)}</caption>
<thead><tr>${head.map((it) => `<th scope="col">${escaped(it)}</th>`).join('')}</tr></thead>
<tbody>${rows
  .map(
    ([place = '', pieces = '']) =>
      `<tr><th scope="row">${escaped(place)}</th><td>${escaped(pieces)}</td></tr>`,
  )
  .join('')}</tbody></table>`

function entryOf({ would, words, place, facts }: Shown['amendments'][number]['entries'][number]): string {
  const tag = { 'come in': 'ins', 'go out': 'del', move: 'span' }[would]
  return `<div class="entry"><p><${tag}>${said(words)}</${tag}></p>
<p><strong>${escaped(place)}</strong></p>
<p class="small">${facts.map(escaped).join(' · ')}</p></div>`
}
