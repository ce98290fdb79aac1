import { beforeAll, describe, expect, test } from 'vitest'
import { compiledPlain } from '../../shared/compilation.ts'
import { Chamber, must } from '../../tests/support/chamber.ts'
import { dossierIn } from '../../tests/support/dossier.ts'
import { amendedBlocks, type ChangedBlock, comparedBlocks, compiledLines } from './views.ts'

let chamber: Chamber

beforeAll(async () => {
  chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('BRA').proposes('c2', 'la menace', 'le péril')
  await chamber.as('KEN').addClause('c1', 'k1', 'Rappelant la Charte')
  await chamber.as('KEN').moves('c3', 'c1')
  await chamber.as('KEN').table()
  await chamber.as('SGP').proposes('c3', 'soutenir', 'appuyer')
})

const shown = (blocks: readonly ChangedBlock[]) =>
  blocks.map(({ id, kind, label, end, spans, moved }) => ({ id, kind, label, end, spans, moved }))

describe('a document shows', () => {
  test('the compilation as the room shows it', async () => {
    const lines = must(compiledLines(await dossierIn(chamber)))
    const answer = must(await chamber.sitting.text({ view: 'compilation', with: [], version: null }))
    expect(lines.map((line) => compiledPlain(line, 'fr'))).toEqual(answer.blocks.map(({ plain }) => plain))
  })

  test.each([
    [[]],
    [['FRA-1']],
    [['KEN-1']],
    [['KEN-1', 'FRA-1', 'SGP-1']],
    [['SGP-1', 'KEN-1']],
    [['FRA-1', 'BRA-1']],
  ])('[A3] the text as amended by %j as the room does, with the name behind every word', async (ids) => {
    const blocks = must(amendedBlocks(await dossierIn(chamber), ids))
    const answer = must(await chamber.sitting.text({ view: 'amended', with: ids, version: null }))
    expect(shown(blocks)).toEqual(
      answer.blocks.map(({ plain: _, moved = null, ...block }) => ({ ...block, moved })),
    )
  })

  test('no text as amended by what is not pending', async () => {
    expect(amendedBlocks(await dossierIn(chamber), ['FRA-9'])).toMatchObject({
      refused: 'amendment/not-pending',
    })
  })
})

describe('a comparison', () => {
  test('tells what came and went since the version before, and with which amendment', async () => {
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    await chamber.as('SEC').do({ do: 'version.issue', symbol: 'Rev.1' })
    const { versions } = await chamber.record()
    const blocks = must(comparedBlocks(await dossierIn(chamber, versions.length - 1), 0))
    const changed = blocks.flatMap(({ spans }) => spans).filter(({ op }) => op !== 'kept')
    expect(changed).toEqual([
      { op: 'deleted', text: 'la menace', amendment: 'FRA-1' },
      { op: 'inserted', text: 'le danger', amendment: 'FRA-1' },
    ])
  })

  test('is refused with a version that was never issued', async () => {
    expect(comparedBlocks(await dossierIn(chamber), 99)).toEqual({ refused: 'version/unknown' })
  })
})
