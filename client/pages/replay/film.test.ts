import { expect, test } from 'vitest'
import { Past, readMoment } from '../../../shared/moment.ts'
import { clean, labelsOf } from '../../../shared/projection.ts'
import { readText } from '../../../shared/text.ts'
import { type Move, moves } from '../../../tests/support/negotiation.ts'
import { Plenary } from '../../../tests/support/plenary.ts'
import { holds } from '../../../tests/support/property.ts'
import { Film, type Picture } from './film.ts'

/** A negotiation of these moves, and the film of it. */
function filmed(steps: readonly Move[]): { film: Film; past: Past; plenary: Plenary } {
  const plenary = new Plenary()
  for (const step of steps) plenary.move(step)
  const past = new Past(plenary.state.acts, plenary.state.text)
  return { film: new Film(plenary.state.acts, past), past, plenary }
}

const all = (film: Film): Picture[] => Array.from({ length: film.length }, (_, place) => film.at(place))

/** What stands, clause by clause; one without words can't be seen. */
const standing = ({ lines }: Picture): string[] =>
  lines
    .map(({ spans }) => spans.map(({ op, text }) => (op === 'deleted' ? '' : text)).join(''))
    .filter((text) => text !== '')

test('the film shows every act’s text as it stood, draws only what changed, and knows where the text moved', () => {
  holds('film', [moves(5)], (steps) => {
    const { film, past, plenary } = filmed(steps)
    const pictures = all(film)
    for (const [place, picture] of pictures.entries()) {
      const { record, ...moment } = past.at(picture.act.act)
      const lines = clean(readMoment(moment), labelsOf(record), record.declaration.punctuation)
      expect(standing(picture)).toEqual(lines.map(({ text }) => text).filter((text) => text !== ''))
      expect(redrawn(pictures[place - 1], picture)).toEqual([])
    }
    const words = readText(plenary.state.text).map(({ text }) => text)
    expect(standing(film.at(film.length - 1))).toEqual(words.filter((text) => text !== ''))
    expect(changes(film)).toEqual(pictures.flatMap(({ changed }, place) => (changed === null ? [] : place)))
  })
})

test('[V6] the film says of a clause that an act moved where it stood, and nothing of it at the next act', () => {
  const plenary = new Plenary()
  const amendment = plenary.moves('FRA', 'c3', 'title') ?? ''
  plenary.command('SEC', { do: 'amendment.decide', amendment, decision: 'accept' })
  plenary.command('SEC', { do: 'version.issue', symbol: 'Rev.1' })
  const film = new Film(plenary.state.acts, new Past(plenary.state.acts, plenary.state.text))
  const [accepted, issued] = all(film).slice(-2)
  const marked = (picture: Picture | undefined) =>
    picture?.lines.map(({ id, moved }) => (moved ? [id, moved] : id))
  expect(marked(accepted)).toEqual(['title', ['c3', { from: 'c2', amendment, label: '2' }], 'c1', 'c2'])
  expect(marked(issued)).toEqual(['title', 'c3', 'c1', 'c2'])
})

/** Clauses that read the same as in the picture before, and are another object. */
const redrawn = (before: Picture | undefined, { lines }: Picture): string[] => {
  const old = new Map(before?.lines.map((line) => [line.id, line]))
  return lines
    .filter((line) => old.get(line.id) !== line && JSON.stringify(old.get(line.id)) === JSON.stringify(line))
    .map(({ id }) => id)
}

/** Where one comes by going from change to change, there and back. */
function changes(film: Film): number[] {
  const forward: number[] = []
  for (let at = film.nextChange(0, 1); at !== null; at = film.nextChange(at, 1)) forward.push(at)
  const back: number[] = []
  for (let at = film.nextChange(film.length, -1); at !== null; at = film.nextChange(at, -1)) back.push(at)
  expect(back.reverse()).toEqual(forward)
  return forward
}
