import { expect, test } from 'vitest'
import { type CompiledLine, compiledPlain, type Piece } from '../../../shared/compilation.ts'
import { shownLine } from './pieces.ts'

const line = (...pieces: Piece[]): CompiledLine => ({
  id: 'c1',
  kind: 'clause',
  label: '1',
  end: ' ;',
  pieces,
})
const words = (text: string): Piece => ({ kind: 'words', text })
const bracketed = (text: string): Piece => ({ kind: 'bracketed', text })
const says = (sponsors: string, text: string, within?: Piece[]): Piece => ({
  ...{ kind: 'proposal', text, sponsors: sponsors.split(' '), ids: [] },
  ...(within ? { within } : {}),
})

const LINES: readonly CompiledLine[] = [
  line(words('Soulignant la menace')),
  line(
    words('Soulignant '),
    bracketed('la menace '),
    says('FRA BRA', 'le danger'),
    says('USA', ''),
    words('des pays'),
  ),
  line(words('Soulignant la menace'), says('FRA', 'grave'), words(', et')),
  line(says('KEN', 'Rappelant la Charte')),
  line(
    words('Soulignant '),
    says('FRA', 'le grave danger', [
      words('le '),
      bracketed('grave'),
      says('KEN', 'sérieux'),
      words(' danger'),
    ]),
  ),
  line(words('Appelant'), { kind: 'proposal', text: '', sponsors: ['KEN'], ids: [], moves: { after: '2' } }),
]

test.each(LINES.map((it) => [compiledPlain(it, 'fr'), it] as const))('%s', (plain, it) => {
  expect(
    shownLine(it, 'fr')
      .map(({ text }) => text)
      .join(''),
  ).toBe(plain)
})

test('each piece in its look: who, what would come in, and what is to be done', () => {
  const shown = shownLine(LINES[1] ?? line(), 'fr').map(({ text, look }) => `${look}:${text.trim()}`)
  expect(shown.filter((it) => /^(opening|name|proposed|says)/.test(it))).toEqual([
    'opening:Soulignant',
    ...['name:FRA, BRA:', 'proposed:le danger'],
    ...['name:USA:', 'says:supprimer'],
  ])
})
