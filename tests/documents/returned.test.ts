import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDocument } from '../../server/documents/make.ts'
import { readDocument } from '../../server/documents/reading/reading.ts'
import type { DocumentKind } from '../../shared/document.ts'
import { applyHunks } from '../../shared/edits.ts'
import type { Found } from '../../shared/found.ts'
import { Chamber, DECLARATION, must } from '../support/chamber.ts'
import { sourceIn } from '../support/dossier.ts'
import { MemoryArchive } from '../support/memory-archive.ts'
import { type Form, Office, type Step } from '../support/office.ts'

/** Files that we issued, in which somebody in a capital worked with LibreOffice, and sent back. */

const CLAUSES = [
  'Affirmant le rôle central que doit jouer la police dans la société',
  'Rappelant la hausse du nombre d’opérations de maintien de la paix',
  'Soulignant la menace que peuvent constituer les pays en conflit',
  'Évaluant les besoins des services chargés de faire respecter la loi',
  'Reconnaissant le rôle des femmes dans la consolidation de la paix',
  'Notant avec satisfaction les progrès accomplis par les États voisins',
  'Déplorant les pertes humaines causées par la criminalité organisée',
  'Considérant que la formation des agents demeure une priorité absolue',
  'Prenant note du rapport annuel présenté par le Secrétaire général',
  'Réaffirmant les buts et les principes énoncés dans la Charte',
  'Encourageant la coopération entre toutes les régions du monde',
  'Invitant les organisations régionales à échanger leurs expériences',
  'Exhortant les pays donateurs à financer ces mesures sans délai',
  'Demandant à chaque gouvernement de désigner un point de contact',
  'Approuvant le plan d’action figurant en annexe de ce texte',
  'Appelant les États membres à soutenir et à appliquer ces mesures',
]
const OF_MANY = { ...DECLARATION, clauses: CLAUSES }

let office: Office
beforeAll(() => {
  office = Office.open()
})
afterAll(() => office.close())

/** Issues the view of what stands in the chamber, takes the steps in it, and reads what comes back. */
async function returned(chamber: Chamber, what: DocumentKind, ...steps: readonly Step[]): Promise<Found> {
  return read(chamber, await workedIn(chamber, what, ...steps))
}

let files = 0
async function workedIn(
  chamber: Chamber,
  what: DocumentKind,
  ...steps: readonly Step[]
): Promise<Uint8Array> {
  return savedAs('MS Word 2007 XML', chamber, what, ...steps)
}

async function savedAs(
  form: Form,
  chamber: Chamber,
  what: DocumentKind,
  ...steps: readonly Step[]
): Promise<Uint8Array> {
  const query = { what, format: 'docx', version: null, from: null, with: [], language: 'fr' } as const
  const { bytes } = must(await makeDocument(await sourceIn(chamber), query))
  const [issued, back] = [office.path(`${++files}.docx`), office.path(`${files}-back.docx`)]
  writeFileSync(issued, bytes)
  await office.work(issued, ...steps, ['save', back, form])
  return readFileSync(back)
}

async function read(chamber: Chamber, file: Uint8Array): Promise<Found> {
  return must(readDocument({ ...(await sourceIn(chamber)), declaration: DECLARATION.id }, file))
}

const meeting = () => Chamber.open(new MemoryArchive(), undefined, undefined, OF_MANY)

/** Clause, what was done there, and as it would read, or what is new. */
const told = ({ changes }: Found) =>
  changes.map(({ clause, kind, stands, brought: { hunks, added, moved } }) => [
    clause,
    kind,
    kind === 'new'
      ? added.map(({ text }) => text).join(' | ')
      : moved.length > 0
        ? `${applyHunks(stands, hunks)} (${moved.map(({ after }) => after).join()})`
        : applyHunks(stands, hunks),
  ])

/** More than twenty, of every kind. */
const EDITS: readonly Step[] = [
  ['replace', 'Déclaration', 'Déclaration ministérielle'],
  ['replace', 'central', 'majeur'],
  ['write', 'la police', ' civile'],
  ['replace', ' dans la société', ''],
  ['replace', 'la hausse du nombre', 'l’accroissement du nombre'],
  ['write', 'de la paix', ' et de la sécurité'],
  ['replace', 'peuvent', 'pourraient'],
  ['replace', 'Évaluant', 'Mesurant'],
  ['replace', 'les besoins', 'tous les besoins'],
  ['write', 'la loi', ' ; et leurs moyens'],
  ['replace', 'femmes', 'femmes et des hommes'],
  ['clause', 'États voisins', 'Saluant les efforts de la société civile ;'],
  ['clause', 'Saluant', 'Remerciant les bénévoles ;'],
  ['strike', 'Déplorant'],
  ['replace', 'absolue', 'permanente'],
  ['clause_before', 'Considérant', 'Conscient de ce qui précède ;'],
  ['divide', 'du rapport annuel'],
  ['join', 'Réaffirmant'],
  ['replace', 'organisations régionales', 'organisations sous-régionales 🌍'],
  ['move', 'Exhortant', true],
  ['replace', 'Approuvant le plan d’action figurant en annexe de ce texte', 'Faisant sien le programme'],
  ['replace', 'soutenir et à ', ''],
  ['note', 'États membres', 'Lesquels ?', 'Mme Capital'],
]

const CHANGED = [
  ['title', 'words', 'Déclaration ministérielle'],
  ['c1', 'words', 'Affirmant le rôle majeur que doit jouer la police civile'],
  [
    ...['c2', 'words'],
    'Rappelant l’accroissement du nombre d’opérations de maintien de la paix et de la sécurité',
  ],
  ['c3', 'words', 'Soulignant la menace que pourraient constituer les pays en conflit'],
  [
    ...['c4', 'words'],
    'Mesurant tous les besoins des services chargés de faire respecter la loi ; et leurs moyens',
  ],
  ['c5', 'words', 'Reconnaissant le rôle des femmes et des hommes dans la consolidation de la paix'],
  ['c6', 'new', 'Saluant les efforts de la société civile | Remerciant les bénévoles'],
  ['c7', 'struck', ''],
  ['c7', 'new', 'Conscient de ce qui précède'],
  ['c8', 'words', 'Considérant que la formation des agents demeure une priorité permanente'],
  ['c9', 'words', 'Prenant note du rapport annuel'],
  ['c9', 'new', 'présenté par le Secrétaire général'],
  [
    ...['c10', 'words'],
    'Réaffirmant les buts et les principes énoncés dans la Charte Encourageant la coopération entre toutes les régions du monde',
  ],
  ['c11', 'struck', ''],
  ['c12', 'words', 'Invitant les organisations sous-régionales 🌍 à échanger leurs expériences'],
  ['c13', 'moved', 'Exhortant les pays donateurs à financer ces mesures sans délai (c14)'],
  ['c15', 'words', 'Faisant sien le programme'],
  ['c16', 'words', 'Appelant les États membres à appliquer ces mesures'],
]

/** Where a clause is gone without a trace, a new one stands after the last that is there. */
const UNRECORDED = CHANGED.filter(([clause, kind]) => clause !== 'c7' || kind !== 'new').map(
  ([clause, kind, words = '']) => {
    return clause === 'c6' ? [clause, kind, `${words} | Conscient de ce qui précède`] : [clause, kind, words]
  },
)

describe('[D3] a file that comes back from LibreOffice', () => {
  test('gives exactly what was done in it, by clause', async () => {
    const found = await returned(await meeting(), 'text', ['record', true], ...EDITS)
    expect(told(found)).toEqual(CHANGED)
    expect(new Set(found.changes.map(({ tracked }) => tracked))).toEqual(new Set(['yes']))
    expect(found.comments).toMatchObject([
      { clause: 'c16', quote: 'États membres', words: 'Lesquels ?', author: 'Mme Capital' },
    ])
    expect(found.lost).toEqual([])
  })

  test('the same done while nothing was recorded is found out, and said', async () => {
    const found = await returned(await meeting(), 'text', ['record', false], ...EDITS)
    expect(told(found)).toEqual(UNRECORDED)
    expect(new Set(found.changes.map(({ tracked }) => tracked))).toEqual(new Set(['no']))
  })

  test('one word that was slipped in among recorded ones is told apart', async () => {
    const steps: Step[] = [
      ['record', true],
      ['replace', 'central', 'majeur'],
      ['replace', 'peuvent', 'pourraient'],
      ['record', false],
      ['write', 'la police', ' seule'],
    ]
    const found = await returned(await meeting(), 'text', ...steps)
    expect(found.changes.map(({ clause, tracked }) => [clause, tracked])).toEqual([
      ['c1', 'partly'],
      ['c3', 'yes'],
    ])
  })

  test('the changes that a compilation was issued with are known again, and not taken for new', async () => {
    const chamber = await meeting()
    const [kenya, brazil] = [chamber.as('KEN'), chamber.as('BRA')]
    await kenya.proposes('c1', 'central', 'moteur')
    await kenya.addClause('c2', 'own', 'Louant ce qui fut fait')
    await kenya.moves('c5', 'c3')
    await kenya.table()
    await brazil.proposes('c1', 'le rôle central', 'la place')
    await brazil.proposes('c3', 'Soulignant la menace que peuvent constituer les pays en conflit', '')
    await chamber.as('FRA').do({ do: 'comment.make', on: { clause: 'c4' }, words: 'À discuter' })
    expect(await returned(chamber, 'compilation')).toMatchObject({ changes: [], lost: [], comments: [] })
    const found = await returned(
      chamber,
      'compilation',
      ['record', true],
      ['write', 'la police', ' civile'],
      ['replace', 'moteur', 'premier'],
      ['write', 'Louant', ' tout'],
      ['replace', 'absolue', 'permanente'],
    )
    expect(told(found)).toEqual([
      ['c1', 'words', 'Affirmant le rôle central que doit jouer la police civile dans la société'],
      ['c8', 'words', 'Considérant que la formation des agents demeure une priorité permanente'],
    ])
    expect(found.lost.map(({ was, insert, why }) => [was, insert, why])).toEqual([
      ['moteur', 'premier', 'proposal'],
      ['', ' tout', 'proposal'],
    ])
  })

  test('keeps what is rarely done, and hands back in words what stands in no clause', async () => {
    const found = await returned(
      await meeting(),
      'text',
      ['record', true],
      ['author', 'Anne'],
      ['looks', 'central'],
      ['line_break', 'opérations'],
      ['replace', '3.', '3 bis.'],
      ['replace', 'paix ;', 'paix,'],
      ['replace', 'les besoins', 'les\u00a0besoins'],
      ['write', 'consolidation', ' (توطيد)'],
      ['divide', 'satisfaction'],
      ['divide', 'accomplis'],
      ['move', 'Déplorant', true],
      ['table', 'Prenant note', ['Premier', 'Dernier']],
      ['footnote', 'principes', 'Article premier.'],
      ['frame', 'régions', 'Voir la carte'],
      ['author', 'Béla'],
      ['replace', 'expériences', 'enseignements'],
      ['join', 'Exhortant'],
      ['join', 'Demandant'],
      ['head', ' PROJET DE LA FRANCE'],
      ['close', 'Fait à Singapour'],
      ['unmark'],
    )
    expect(told(found)).toEqual([
      ['c2', 'words', 'Rappelant la hausse du nombre d’opérations\n de maintien de la paix'],
      ['c4', 'words', 'Évaluant les\u00a0besoins des services chargés de faire respecter la loi'],
      ['c5', 'words', 'Reconnaissant le rôle des femmes dans la consolidation (توطيد) de la paix'],
      ['c6', 'words', 'Notant avec satisfaction'],
      ['c6', 'new', 'les progrès accomplis | par les États voisins'],
      ['c7', 'moved', 'Déplorant les pertes humaines causées par la criminalité organisée (c8)'],
      ['c9', 'new', 'Premier | Dernier'],
      ['c12', 'words', 'Invitant les organisations régionales à échanger leurs enseignements'],
      ['c13', 'words', [CLAUSES[12], CLAUSES[13], CLAUSES[14]].join(' ')],
      ['c14', 'struck', ''],
      ['c15', 'struck', ''],
      ['c16', 'new', 'Fait à Singapour'],
    ])
    expect(found.changes.find(({ clause }) => clause === 'c12')?.authors).toEqual(['Béla'])
    expect(found.lost.map(({ insert, why }) => [insert, why]).sort()).toEqual([
      ['Article premier.', 'beside'],
      ['PROJET DE LA FRANCE', 'beside'],
      ['Voir la carte', 'beside'],
    ])
    expect(found.oddities).toEqual([
      { what: 'table', count: 1 },
      { what: 'footnote', count: 1 },
      { what: 'picture', count: 1 },
      { what: 'number', count: 1 },
    ])
  })

  test('tells what somebody did with others’ proposals from what they propose themselves', async () => {
    const chamber = await meeting()
    const [kenya, brazil] = [chamber.as('KEN'), chamber.as('BRA')]
    await kenya.proposes('c1', 'central', 'moteur')
    await brazil.proposes('c3', 'la menace', 'le danger')
    await brazil.proposes('c4', 'les besoins', 'les moyens')
    await kenya.proposes('c6', 'voisins', 'amis')
    await chamber.as('FRA').do({ do: 'comment.make', on: { clause: 'c4' }, words: 'À discuter' })
    const found = await returned(
      chamber,
      'compilation',
      ['record', true],
      ['accept_one', 'moteur'],
      ['accept_one', 'central'],
      ['reject_one', 'le danger'],
      ['reject_one', 'la menace'],
      ['replace', 'besoins', 'ressources'],
      ['write', 'amis', 'x'],
      ['note_more', 'À discuter', ' — d’accord'],
    )
    // Accepted in the file, it is as if they had written it; rejected, as if it had never been proposed.
    expect(told(found)).toEqual([
      ['c1', 'words', 'Affirmant le rôle moteur que doit jouer la police dans la société'],
      ['c4', 'words', 'Évaluant les ressources des services chargés de faire respecter la loi'],
    ])
    expect(found.changes.map(({ tracked }) => tracked)).toEqual(['no', 'yes'])
    expect(found.lost.map(({ insert, why }) => [insert, why])).toEqual([['x', 'proposal']])
    expect(found.comments).toMatchObject([{ clause: 'c4', words: '— d’accord', answers: 't1' }])
  })

  test('in another form than Word’s it is refused in words, whatever it is called', async () => {
    const chamber = await meeting()
    const ground = { ...(await sourceIn(chamber)), declaration: DECLARATION.id }
    for (const [form, code] of [
      ['writer8', 'document/not-word'],
      ['MS Word 97', 'document/locked'],
    ] as const)
      expect(readDocument(ground, await savedAs(form, chamber, 'text'))).toEqual({ refused: code })
  })

  test('finds its places in a text that has moved on', async () => {
    const chamber = await meeting()
    const file = await workedIn(
      chamber,
      'text',
      ['record', true],
      ['replace', 'absolue', 'permanente'],
      [...(['write', 'la police', ' civile'] as const)],
    )
    for (const [clause, was, by] of [
      ['c1', 'Affirmant', 'Soulignant avec force'],
      ['c8', 'une priorité absolue', 'un souci'],
    ] as const) {
      const amendment = await chamber.as('KEN').proposes(clause, was, by)
      await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
    }
    const found = await read(chamber, file)
    expect(told(found)).toEqual([
      [
        'c1',
        'words',
        'Soulignant avec force le rôle central que doit jouer la police civile dans la société',
      ],
    ])
    expect(found.changes[0]?.movedOn).toBe(true)
    expect(found.lost).toMatchObject([{ label: '8', was: 'absolue', insert: 'permanente', why: 'overtaken' }])
  })
})
