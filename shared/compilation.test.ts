import { describe, expect, test } from 'vitest'
import { compilation, compiledPlain, type Proposal } from './compilation.ts'
import { applyEdits, type Edits, type Hunk } from './edits.ts'
import { firstLabels } from './numbering.ts'
import type { Block } from './text.ts'

const PUNCTUATION = { between: ' ;', beforeLast: ' ; et', last: '.' }
const BLOCKS: readonly Block[] = [
  { id: 'title', kind: 'title', text: 'Déclaration' },
  { id: 'c1', kind: 'clause', text: 'Soulignant la menace que constituent' },
  { id: 'c2', kind: 'clause', text: 'Rappelant la demande' },
  { id: 'c3', kind: 'clause', text: 'Appelant les États' },
]
const LABELS = firstLabels(BLOCKS)

const hunk = (clause: string, was: string, insert: string, at?: number): Hunk => {
  const text = BLOCKS.find(({ id }) => id === clause)?.text ?? ''
  const from = at ?? text.indexOf(was)
  return { clause, from, to: from + was.length, was, insert, gone: [], left: null, right: null }
}
const by = (sponsor: string, ...hunks: Hunk[]): Proposal => ({
  id: `${sponsor}-1`,
  sponsors: [sponsor],
  edits: { hunks, added: [] },
})
const compiled = (...proposals: Proposal[]) =>
  compilation(BLOCKS, LABELS, PUNCTUATION, proposals).map((line) => compiledPlain(line, 'fr'))

describe('the compilation text', () => {
  test('shows rival wordings in brackets behind the words they compete for', () => {
    expect(
      compiled(by('FRA', hunk('c1', 'la menace', 'le danger')), by('BRA', hunk('c1', 'menace', '')))[1],
    ).toBe('Soulignant [la menace] [FRA: le danger] [BRA: la] que constituent ;')
  })
  test('says who would delete', () => {
    expect(compiled(by('USA', hunk('c2', ' la demande', '')))[2]).toBe(
      'Rappelant [la demande] [USA: supprimer] ; et',
    )
  })
  test('puts sponsors of the same words into one bracket', () => {
    const same = hunk('c2', 'la demande', 'les besoins')
    expect(compiled(by('BRA', same), by('FRA', same))[2]).toBe(
      'Rappelant [la demande] [BRA, FRA: les besoins] ; et',
    )
  })
  test('an insertion stands in its place', () => {
    expect(compiled(by('FRA', hunk('c3', '', ' membres', 18)))[3]).toBe('Appelant les États [FRA: membres].')
  })
})

describe('a sub-amendment in the compilation text', () => {
  const danger = hunk('c1', 'la menace', 'le grave danger')
  /** A change of the words as the parent would leave them. */
  const inAmended = (parent: Edits, clause: string, was: string, insert: string): Hunk => {
    const text = applyEdits(BLOCKS, parent).find(({ id }) => id === clause)?.text ?? ''
    const from = text.indexOf(was)
    return { clause, from, to: from + was.length, was, insert, gone: [], left: null, right: null }
  }
  const amended = (
    parent: Proposal,
    sponsor: string,
    was: string,
    insert: string,
    clause = 'c1',
  ): Proposal => ({
    ...parent,
    subs: [...(parent.subs ?? []), by(sponsor, inAmended(parent.edits, clause, was, insert))],
  })

  test('stands within the words that it amends', () => {
    expect(compiled(amended(by('BRA', danger), 'FRA', 'grave', 'sérieux'))[1]).toBe(
      'Soulignant [la menace] [BRA: le [grave] [FRA: sérieux] danger] que constituent ;',
    )
  })
  test('beside another one, and beside a rival of what it amends', () => {
    const both = amended(amended(by('BRA', danger), 'FRA', 'grave', ''), 'KEN', 'danger', 'risque')
    expect(compiled(both, by('USA', hunk('c1', 'menace', 'crise')))[1]).toBe(
      'Soulignant [la menace] [BRA: le [grave] [FRA: supprimer] [danger] [KEN: risque]] [USA: la crise] que constituent ;',
    )
  })
  test('that reaches beyond the changed words takes the words there into the bracket', () => {
    expect(compiled(amended(by('BRA', danger), 'FRA', 'danger que', 'danger qui'))[1]).toBe(
      'Soulignant [la menace que] [BRA: le grave [danger que] [FRA: danger qui]] constituent ;',
    )
  })
  test('in a later place of the same clause is counted from where that stands once amended', () => {
    const parent = by('BRA', danger, hunk('c1', 'constituent', 'posent'))
    expect(compiled(amended(parent, 'FRA', 'posent', 'font peser'))[1]).toBe(
      'Soulignant [la menace] [BRA: le grave danger] que [constituent] [BRA: [posent] [FRA: font peser]] ;',
    )
  })
  test('of a new clause stands in that clause', () => {
    const added = { after: 'c2', id: 'n', kind: 'clause' as const, text: 'Notant les progrès' }
    const parent: Proposal = { id: 'BRA-1', sponsors: ['BRA'], edits: { hunks: [], added: [added] } }
    expect(compiled(amended(parent, 'FRA', 'progrès', 'efforts', 'n'))[3]).toBe(
      '[BRA: Notant les [progrès] [FRA: efforts]]',
    )
  })
})
