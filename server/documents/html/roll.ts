import { marksOf } from '../../../shared/marks.ts'
import { escaped } from '../escaped.ts'
import type { Maker } from '../made.ts'
import { shownRoll, withMap } from '../pdf/roll.ts'
import { type Sheet, sheetOf } from '../pdf/sheet.ts'
import { drawing, page, said } from './page.ts'

type Shown = ReturnType<typeof shownRoll>

/** Who endorsed, where in the world, and what was said with it. */
export const rollAsPage: Maker = (dossier, query) => {
  const shown = shownRoll(dossier, query)
  const sheet = withMap(sheetOf(dossier, query), marksOf(dossier.record.endorsements))
  const counts = shown.counts.map(
    ({ name, count }) => `<div><dt>${escaped(name)}</dt><dd>${escaped(count)}</dd></div>`,
  )
  const body = [
    `<h1>${escaped(shown.heading)}</h1>`,
    `<dl class="counts">${counts.join('')}</dl>`,
    mapOf(shown, sheet),
    ...(shown.rows.length > 0 ? [listOf(shown)] : [`<p>${escaped(shown.empty)}</p>`]),
    ...(shown.statements.length > 0 ? [statementsOf(shown)] : []),
  ]
  return page(sheet, body.join('\n'))
}

function mapOf({ map }: Shown, { drawings }: Sheet): string {
  const legend = map.legend.map(
    ({ mark, name }) => `<li>${drawing(drawings[mark] ?? '', '', mark)}${escaped(name)}</li>`,
  )
  return `<figure class="map">${drawing(drawings['map'] ?? '', map.alt, 'map')}
<figcaption><ul class="legend">${legend.join('')}</ul>${map.notes.map((it) => `<p class="small">${escaped(it)}</p>`).join('')}</figcaption></figure>`
}

const listOf = ({ list, head, rows }: Shown): string => `<h2>${escaped(list)}</h2>
<table><thead><tr>${head.map((it) => `<th scope="col">${escaped(it)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(rowOf).join('\n')}
</tbody></table>`

const rowOf = ({ state, person, office, time, marks }: Shown['rows'][number]): string =>
  `<tr><th scope="row">${escaped(state)}</th><td>${said(person)}, ${said(office)}${marks
    .map((it) => `<br><span class="small">${escaped(it)}</span>`)
    .join('')}</td><td>${time.map(escaped).join('<br>')}</td></tr>`

const statementsOf = ({ remarks, statements }: Shown): string => `<h2>${escaped(remarks)}</h2>
${statements
  .map(
    ({ state, remarks }) =>
      `<section><h3>${escaped(state)}</h3>${remarks
        .map(({ name, words }) => `<blockquote><b>${escaped(name)}</b> ${said(words)}</blockquote>`)
        .join('')}</section>`,
  )
  .join('\n')}`
