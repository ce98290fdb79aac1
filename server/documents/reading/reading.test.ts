import { describe, expect, test } from 'vitest'
import type { Found } from '../../../shared/found.ts'
import { Chamber, DECLARATION, must } from '../../../tests/support/chamber.ts'
import { sourceIn } from '../../../tests/support/dossier.ts'
import { IssuedFile } from '../../../tests/support/issued-file.ts'
import { brought, deleted, inserted, remarked, said, written } from '../../../tests/support/word-file.ts'
import { readDocument } from './reading.ts'

async function read(chamber: Chamber, file: Uint8Array): Promise<Found> {
  return must(readDocument({ ...(await sourceIn(chamber)), declaration: DECLARATION.id }, file))
}

const C1 = 'Affirmant le rôle central que doit jouer la police'

describe('[D3] a file that comes back', () => {
  test('unchanged changes nothing', async () => {
    const chamber = await Chamber.open()
    const found = await read(chamber, (await IssuedFile.of(chamber)).file())
    expect(found).toMatchObject({ changes: [], lost: [], comments: [], issued: { view: 'text' } })
  })

  test('gives the words that were recorded as inserted and deleted, by clause', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    issued.with(
      'c1',
      written(
        said('1. Affirmant le rôle ') +
          deleted('central') +
          inserted('majeur') +
          said(' que doit jouer la police ;'),
        issued.mark('c1'),
      ),
    )
    const found = await read(chamber, issued.file())
    expect(found.changes).toMatchObject([
      { clause: 'c1', kind: 'words', label: '1', tracked: 'yes', authors: ['Capital'] },
    ])
    expect(found.changes[0]?.brought.hunks).toEqual([
      { clause: 'c1', from: 18, to: 25, was: 'central', insert: 'majeur' },
    ])
  })

  test('finds what was changed while nothing was recorded, and says so', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    issued.with(
      'c1',
      written(
        said('1. Affirmant le rôle éminent que doit jouer la ') + inserted('bonne ') + said('police ;'),
        issued.mark('c1'),
      ),
    )
    const found = await read(chamber, issued.file())
    expect(found.changes[0]?.tracked).toBe('partly')
    expect(found.changes[0]?.brought.hunks.map(({ was, insert }) => [was, insert])).toEqual([
      ['central', 'éminent'],
      ['', 'bonne '],
    ])
  })

  test('gives new clauses, struck ones and moved ones', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    issued
      .with(
        'c1',
        written(said(`1. ${C1} ;`), { ...issued.mark('c1'), end: 'ins' }) +
          written(inserted('3. Appelant les États membres à soutenir ces mesures.'), { end: 'ins' }) +
          written(inserted('Notant que tout va bien ;')),
      )
      .with('c2', written(deleted(`2. ${DECLARATION.clauses[1]} ; et`), { ...issued.mark('c2'), end: 'del' }))
      .with('c3', written(deleted(`3. ${DECLARATION.clauses[2]}.`), issued.mark('c3')))
    const found = await read(chamber, issued.file())
    expect(found.changes.map(({ clause, kind, tracked }) => [clause, kind, tracked])).toEqual([
      ['c2', 'struck', 'yes'],
      ['c3', 'moved', 'yes'],
      ['c3', 'new', 'yes'],
    ])
    expect(found.changes[1]?.brought.moved).toEqual([{ clause: 'c3', after: 'c1' }])
    expect(found.changes[2]?.brought.added).toEqual([
      { id: 'new-2', after: 'c3', text: 'Notant que tout va bien' },
    ])
  })

  test('doesn’t take the changes that it was issued with for new ones', async () => {
    const chamber = await Chamber.open()
    await chamber.as('KEN').proposes('c1', 'central', 'moteur')
    const at = (await chamber.record()).amendments['KEN-1']?.revisions[0]?.at ?? ''
    const issued = await IssuedFile.of(chamber, 'compilation')
    issued.with(
      'c1',
      written(
        said('1. Affirmant le rôle ') +
          deleted('central', 'Kenya', at) +
          brought(said('mo') + deleted('teur'), 'Kenya', at) +
          said(' que doit jouer la ') +
          inserted('bonne ') +
          said('police ;'),
        issued.mark('c1'),
      ),
    )
    const found = await read(chamber, issued.file())
    expect(found.changes[0]?.brought.hunks.map(({ was, insert }) => [was, insert])).toEqual([['', 'bonne ']])
    expect(found.lost).toEqual([{ what: 'words', label: '1', was: 'teur', insert: '', why: 'proposal' }])
  })

  test('in the text alone a change is somebody’s own, even in the very second of an act', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    const { acts } = must(await chamber.sitting.source())
    const at = acts[0]?.at ?? ''
    const words = `${said('1. Affirmant le rôle central que doit jouer la ')}${inserted('bonne ', 'Capital', at)}${said('police ;')}`
    issued.with('c1', written(words, issued.mark('c1')))
    const found = await read(chamber, issued.file())
    expect(found.changes[0]?.brought.hunks.map(({ insert }) => insert)).toEqual(['bonne '])
  })

  test('a change in the very second of an act is told by its author from what was issued', async () => {
    const chamber = await Chamber.open()
    await chamber.as('KEN').proposes('c1', 'central', 'moteur')
    await chamber.as('FRA').do({ do: 'comment.make', on: { clause: 'c1' }, words: 'Pourquoi ?' })
    const { amendments, threads } = await chamber.record()
    const at = amendments['KEN-1']?.revisions[0]?.at ?? ''
    const issued = await IssuedFile.of(chamber, 'compilation')
    const file = (author: string) =>
      issued
        .with(
          'c1',
          written(
            said('1. Affirmant le rôle ') +
              deleted('central', 'Kenya', at) +
              inserted('moteur', 'Kenya', at) +
              remarked('1', said(' que doit jouer la ')) +
              inserted('bonne ', author, at) +
              said('police ;'),
            issued.mark('c1'),
          ),
        )
        .file({
          comments: [{ id: '1', author, at: threads['t1']?.comments[0]?.at ?? '', words: 'Pourquoi ?' }],
        })
    // Nobody at the computer is called as the sponsors were, in the language of either the labels or the room.
    for (const author of ['Capital', 'France', 'Secretariat, punctuation']) {
      const found = await read(chamber, file(author))
      expect(found.changes.map(({ brought }) => brought.hunks.map(({ insert }) => insert))).toEqual([
        ['bonne '],
      ])
      expect([found.lost, found.comments.map(({ words }) => words)]).toEqual([[], ['Pourquoi ?']])
    }
    expect(await read(chamber, file('Kenya'))).toMatchObject({ changes: [] })
  })

  test('what a group proposed is known again, whatever the group is called by now', async () => {
    const chamber = await Chamber.open()
    await chamber.as('G77').proposes('c1', 'central', 'moteur')
    const at = (await chamber.record()).amendments['G77-1']?.revisions[0]?.at ?? ''
    const issued = await IssuedFile.of(chamber, 'compilation')
    const words =
      said('1. Affirmant le rôle ') +
      deleted('central', 'Group as it was called', at) +
      inserted('moteur', 'Group as it was called', at)
    issued.with('c1', written(`${words}${said(' que doit jouer la police ;')}`, issued.mark('c1')))
    expect(await read(chamber, issued.file())).toMatchObject({ changes: [], lost: [] })
  })

  test('is refused where the dates were taken out by which others’ proposals are known', async () => {
    const chamber = await Chamber.open()
    await chamber.as('KEN').proposes('c1', 'central', 'moteur')
    const undated = (runs: string) => runs.replaceAll(/ w:date="[^"]*"/g, '')
    const reading = async (what: string) => {
      const issued = await IssuedFile.of(chamber, what)
      const words = `${said('1. Affirmant le rôle ')}${deleted('central', 'Author')}${said(' que doit jouer la police ;')}`
      issued.with('c1', written(undated(words), issued.mark('c1')))
      return readDocument({ ...(await sourceIn(chamber)), declaration: DECLARATION.id }, issued.file())
    }
    for (const what of ['compilation', 'amended', 'comparison'])
      expect(await reading(what)).toEqual({ refused: 'document/undated' })
    // In the text alone every change is somebody's own.
    expect(await reading('text')).toMatchObject({ changes: [{ clause: 'c1', tracked: 'yes' }] })
  })

  test('finds its places in the text that has moved on, and hands back what has none', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    issued.with(
      'c1',
      written(
        said('1. Affirmant le rôle ') +
          deleted('central') +
          inserted('majeur') +
          said(' que doit jouer la ') +
          inserted('bonne ') +
          said('police ;'),
        issued.mark('c1'),
      ),
    )
    const file = issued.file()
    const id = await chamber.as('KEN').proposes('c1', 'le rôle central', 'sans réserve le rôle essentiel')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: id, decision: 'accept' })
    const found = await read(chamber, file)
    const [change] = found.changes
    expect(change).toMatchObject({
      movedOn: true,
      stands: 'Affirmant sans réserve le rôle essentiel que doit jouer la police',
    })
    expect(change?.brought.hunks).toMatchObject([{ was: '', insert: 'bonne ' }])
    expect(found.lost).toMatchObject([{ label: '1', was: 'central', insert: 'majeur', why: 'overtaken' }])
  })

  test('brings comments along, each on its words', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    issued.with(
      'c1',
      written(
        said('1. Affirmant le ') + remarked('4', said('rôle central')) + said(' que doit jouer la police ;'),
        issued.mark('c1'),
      ),
    )
    const comments = [{ id: '4', author: 'Capital', at: '2026-11-26T12:00:00Z', words: 'Lequel ?' }]
    const found = await read(chamber, issued.file({ comments }))
    expect(found.changes).toEqual([])
    expect(found.comments).toEqual([
      {
        clause: 'c1',
        label: '1',
        quote: 'rôle central',
        at: 13,
        words: 'Lequel ?',
        author: 'Capital',
        answers: null,
      },
    ])
  })

  test('tells a reply to what was said in the room from a new comment, and what was said there from both', async () => {
    const chamber = await Chamber.open()
    await chamber.as('KEN').do({ do: 'comment.make', on: { clause: 'c1' }, words: 'Pourquoi ?' })
    const at = (await chamber.record()).threads['t1']?.comments[0]?.at ?? ''
    const issued = await IssuedFile.of(chamber, 'compilation')
    issued.with(
      'c1',
      written(said('1. ') + remarked('1', remarked('2', said(C1))) + said(' ;'), issued.mark('c1')),
    )
    const later = { author: 'Capital', at: '2026-11-26T12:00:00Z' }
    const comments = [
      { id: '1', author: 'delegate KEN (Kenya)', at: `${at.slice(0, 19)}Z`, words: 'Pourquoi ?' },
      { id: '2', ...later, words: 'Parce que.', answers: '1' },
      { id: '3', ...later, words: 'En rond', answers: '4' },
      { id: '4', ...later, words: 'en rond', answers: '3' },
    ]
    const found = await read(chamber, issued.file({ comments }))
    expect(found.comments.map(({ words, answers }) => [words, answers])).toEqual([
      ['Parce que.', 't1'],
      ['En rond', null],
      ['en rond', null],
    ])
  })

  test('a long document that was put in comes as so many new clauses, each after the one before', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    const fresh = Array.from({ length: 1_200 }, (_, at) =>
      written(inserted(`Notant le point numéro ${at} ;`)),
    )
    issued.with('c1', written(said(`1. ${C1} ;`), issued.mark('c1')), ...fresh)
    const found = await read(chamber, issued.file())
    expect(found.changes).toHaveLength(1)
    const { added = [] } = found.changes[0]?.brought ?? {}
    expect(added).toHaveLength(1_200)
    expect(added.slice(0, 2).map(({ id, after }) => [id, after])).toEqual([
      ['new-1', 'c1'],
      ['new-2', 'new-1'],
    ])
  })

  test('what is more than a draft has room for is handed back in words', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    const long = 'Notant '.repeat(4_000).trim()
    const fresh = ['Saluant', long, 'Louant'].map((words) => written(inserted(`${words} ;`)))
    issued.with('c1', written(said(`1. ${C1} ;`), issued.mark('c1')), ...fresh)
    const found = await read(chamber, issued.file())
    expect(found.changes.map(({ brought }) => brought.added)).toEqual([
      [
        { id: 'new-1', after: 'c1', text: 'Saluant' },
        { id: 'new-3', after: 'new-1', text: 'Louant' },
      ],
    ])
    expect(found.lost).toEqual([{ what: 'words', label: '1', was: '', insert: long, why: 'too-long' }])
    expect(found.room).toEqual({ blocks: 196, words: expect.any(Number) })
  })

  test('words in a frame, drawn for older programs too, are handed back once; and so are recorded ones in the margins', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    const box = `<w:txbxContent><w:p>${said('Voir la carte')}</w:p></w:txbxContent>`
    const frame = `<w:r><mc:AlternateContent ${mc}><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    issued.with('c1', written(`${said(`1. ${C1} ;`)}${frame}`, issued.mark('c1')))
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const margins = ['header1', 'header2'].map((name) => [
      `word/${name}.xml`,
      `<w:hdr ${w}><w:p>${said('A/CONF.2009/L.1')}${inserted(' PROJET')}</w:p></w:hdr>`,
    ])
    const found = await read(chamber, issued.file({ instead: Object.fromEntries(margins) }))
    expect([found.changes, found.oddities]).toEqual([[], [{ what: 'picture', count: 1 }]])
    const beside = { what: 'words', label: '', was: '', why: 'beside' }
    expect(found.lost).toEqual(['Voir la carte', 'PROJET'].map((insert) => ({ ...beside, insert })))
  })

  test('a paragraph that was pasted in is new, in whatever style it came, unless it is what we put around the clauses', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    issued.with(
      'c3',
      written(said(`3. ${DECLARATION.clauses[2]}.`), issued.mark('c3')),
      written(said('____________'), { style: 'Close' }),
      written(said('Décide de rester saisie'), { style: 'Normal' }),
    )
    const found = await read(chamber, issued.file())
    expect(found.changes).toMatchObject([
      { clause: 'c3', kind: 'new', tracked: 'no', brought: { added: [{ text: 'Décide de rester saisie' }] } },
    ])
    expect(found.lost).toEqual([])
  })

  test('a clause that was divided keeps its beginning, and its end is a new one', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    issued.with(
      'c1',
      written(said('1. Affirmant le rôle central'), { ...issued.mark('c1'), end: 'ins' }) +
        written(said(' que doit jouer la police ;')),
    )
    const found = await read(chamber, issued.file())
    expect(found.changes.map(({ kind }) => kind)).toEqual(['words', 'new'])
    expect(found.changes[0]?.brought.hunks).toMatchObject([{ was: ' que doit jouer la police', insert: '' }])
    expect(found.changes[1]?.brought.added).toMatchObject([{ after: 'c1', text: 'que doit jouer la police' }])
  })

  test('a clause that was joined to the next goes on with its words, and the next is struck', async () => {
    const chamber = await Chamber.open()
    const issued = await IssuedFile.of(chamber)
    issued.with('c1', written(said(`1. ${C1} ;`), { ...issued.mark('c1'), end: 'del' }))
    const found = await read(chamber, issued.file())
    expect(found.changes.map(({ clause, kind }) => [clause, kind])).toEqual([
      ['c1', 'words'],
      ['c2', 'struck'],
    ])
  })
})
