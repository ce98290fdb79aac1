import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSealKey, Seal } from '../../server/seal.ts'
import { sha256Of } from '../../shared/hash.ts'
import type { RecordFile } from '../../shared/record-file.ts'
import { Chamber, must } from '../support/chamber.ts'
import { actOf, type Forged, put, rerooted, resign, treeOf, verifiedIn } from '../support/forged-record.ts'
import { MemoryArchive } from '../support/memory-archive.ts'
import { Watch } from '../support/watch.ts'

/** Small and sly changes: what an eye passes over, and what only somebody who runs the server can do. */

let folder: string
let honest: RecordFile
/** The head of the same ledger, some acts earlier. */
let earlier: string
const seal = new Seal(newSealKey(), 'https://paraph.example.org')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-closely-'))
  const chamber = await meeting()
  const { file, head } = must(await chamber.sitting.ledger((it) => ({ file: it.file(), head: it.head() })))
  honest = { ...file, ...seal.seal(file.declaration, head) }
  const [size, tree] = [file.acts.length - 3, treeOf(file.acts.map(({ act }) => act))]
  earlier = seal.seal(file.declaration, { size, root: tree.root(size) }).checkpoint
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Of four amendments one is withdrawn and one rejected; the text is put under a silence procedure, and adopted. */
async function meeting(): Promise<Chamber> {
  const watch = new Watch('2009-10-12T15:00:00.000Z')
  const chamber = await Chamber.open(new MemoryArchive(), watch.pulse, watch.now)
  const desk = chamber.as('SEC')
  const decide = (amendment: string, decision: 'accept' | 'reject') =>
    desk.do({ do: 'amendment.decide', amendment, decision })
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('BRA').proposes('c1', ' central', '')
  await chamber.as('KEN').proposes('c3', 'soutenir', 'appuyer')
  await chamber.as('SGP').addClause('c2', 'cnew', 'Notant les progrès')
  await chamber.as('SGP').table()
  await chamber
    .as('KEN')
    .do({ do: 'amendment.position', amendment: 'FRA-1', stand: 'support', why: 'Très juste.' })
  await chamber.as('KEN').do({ do: 'amendment.withdraw', amendment: 'KEN-1' })
  await decide('BRA-1', 'accept')
  await decide('SGP-1', 'accept')
  await decide('FRA-1', 'reject')
  await desk.do({ do: 'stage.move', to: 'consolidation' })
  await desk.do({ do: 'silence.open', symbol: 'Rev.1' })
  await chamber.as('FRA').do({ do: 'silence.see', version: 2 })
  await watch.pass('2009-10-15T15:00:00.000Z')
  return chamber
}

type Change = (record: Forged) => void

const changed = (change: Change): Forged => {
  const record = structuredClone(honest) as unknown as Forged
  change(record)
  return record
}
const NOT_IN_ORDER = /^NOT IN ORDER\. [^\n]+\.\n$/

test('[V4] an honest record of a silence that was kept is in order', () => {
  expect(verifiedIn(folder, honest)).toContain('All is well')
})

describe('[V4] a small change is found where', () => {
  const cases: [what: string, says: RegExp, change: Change][] = [
    [
      'a letter is written in two characters that look the same',
      /names another history/,
      (it) => put(actOf(it, 'declaration laid'), ['blocks', 3, 'text'], decomposed(it)),
    ],
    [
      'a letter of a version is written in two characters that look the same',
      /not those of its hash/,
      (it) => put(it.versions, [0, 'words'], it.versions[0]?.words.normalize('NFD')),
    ],
    [
      'two acts have one number',
      /removed, inserted or moved/,
      (it) => put(actOf(it, 'position taken'), ['act'], actOf(it, 'amendment withdrawn')['act']),
    ],
    [
      'two acts have one number, and the roots are made to fit',
      /not in their order/,
      (it) => {
        put(actOf(it, 'amendment withdrawn'), ['act'], actOf(it, 'position taken')['act'])
        rerooted(it)
      },
    ],
    [
      'a support is moved to another amendment',
      /names another history/,
      (it) => put(actOf(it, 'position taken'), ['amendment'], 'BRA-1'),
    ],
    [
      'a support becomes an opposition',
      /names another history/,
      (it) => put(actOf(it, 'position taken'), ['stand'], 'oppose'),
    ],
    [
      'the delegation behind an amendment is another',
      /names another history/,
      (it) => put(actOf(it, 'amendment tabled'), ['by', 'delegation'], 'USA'),
    ],
    [
      'a version has another symbol',
      /names another history/,
      (it) => put(actOf(it, 'silence opened'), ['version', 'symbol'], 'Rev.2'),
    ],
    [
      'a receipt is invented',
      /removed, inserted or moved/,
      (it) => {
        const at = it.acts.findIndex(({ act }) => act.kind === 'silence seen')
        it.acts.splice(at, 0, structuredClone(it.acts[at] as Forged['acts'][number]))
      },
    ],
    [
      'a silence ends an hour later',
      /names another history/,
      (it) => put(actOf(it, 'silence opened'), ['deadline'], '2009-10-15T16:00:00.000Z'),
    ],
    [
      'the last act is another, and nothing comes after it',
      /not those that were signed/,
      (it) => put(actOf(it, 'text adopted'), ['recorded'], '2009-10-16T15:00:00.000Z'),
    ],
    [
      'the checkpoint is an earlier one of the same record',
      /acts were inserted/,
      (it) => Object.assign(it, { checkpoint: earlier }),
    ],
  ]
  test.each(cases)('%s', (_, says, change) => {
    const said = verifiedIn(folder, changed(change))
    expect(said).toMatch(says)
    expect(said).toMatch(NOT_IN_ORDER)
  })
})

describe('[V4] a change of the file’s bytes is found where', () => {
  const cases: [what: string, says: RegExp, change: (file: string) => string][] = [
    [
      'an act says something twice',
      /says something twice/,
      (it) => it.replace('"why":"Très juste."', '"why":"Très faux.","why":"Très juste."'),
    ],
    [
      'a number is written otherwise',
      /not as it was saved/,
      (it) => it.replace('"revision":1,', '"revision":1.0,'),
    ],
    ['the end is cut off', /can not be read/, (it) => it.slice(0, -20)],
    ['something is put behind it', /can not be read/, (it) => `${it}{}`],
    ['something that can’t be seen is put before it', /can not be read/, (it) => `\ufeff${it}`],
  ]
  test.each(cases)('%s', (_, says, change) => {
    const file = JSON.stringify(honest)
    expect(change(file)).not.toBe(file)
    const said = verifiedIn(folder, change(file))
    expect(said).toMatch(says)
    expect(said).toMatch(/^NOT IN ORDER\. /)
  })
})

describe('[V4] though the operator signs it all again, it is found that', () => {
  const cases: [what: string, says: RegExp, change: Change][] = [
    [
      'a clause of the last version has another number',
      /under other numbers/,
      (it) => reissued(it, (words) => words.replace('"label":"2"', '"label":"2 bis"')),
    ],
    [
      'a clause of the last version passes for a title',
      /under other numbers/,
      (it) => reissued(it, (words) => words.replace('"kind":"clause"', '"kind":"title"')),
    ],
    [
      'what was withdrawn is accepted',
      /accepts another wording than the one in force/,
      (it) => accepted(it, 'KEN-1', 'amendment rejected'),
    ],
    [
      'what was rejected is accepted later',
      /accepts another wording than the one in force/,
      (it) => accepted(it, 'FRA-1', 'stage moved'),
    ],
    [
      'words are taken out by one amendment twice',
      /accepts another wording than the one in force/,
      (it) => accepted(it, 'BRA-1', 'stage moved'),
    ],
    [
      'the commas after clauses are others',
      /not those of its exact state/,
      (it) => put(actOf(it, 'declaration laid'), ['declaration', 'punctuation', 'last'], ' !'),
    ],
    [
      'the text is in another language',
      /not those of its exact state/,
      (it) => put(actOf(it, 'declaration laid'), ['declaration', 'language'], 'en'),
    ],
    [
      'a silence ended an hour later',
      /not at their deadline/,
      (it) => put(actOf(it, 'silence opened'), ['deadline'], '2009-10-15T16:00:00.000Z'),
    ],
    [
      'a receipt is dated after the deadline',
      /comes after the deadline/,
      (it) => put(actOf(it, 'silence seen'), ['at'], '2009-10-15T15:00:00.000Z'),
    ],
    [
      'a version is issued with the number of another',
      /issues the wrong version/,
      (it) => put(actOf(it, 'silence opened'), ['version', 'number'], 1),
    ],
  ]
  test.each(cases)('%s', (_, says, change) => {
    const said = verifiedIn(
      folder,
      changed((it) => {
        change(it)
        resign(it, seal)
      }),
    )
    expect(said).toMatch(says)
    expect(said).toMatch(NOT_IN_ORDER)
  })
})

/** The words of the last clause, the same to the eye. */
function decomposed(record: Forged): string {
  const { blocks } = actOf(record, 'declaration laid') as { blocks: { text: string }[] }
  const text = blocks.at(-1)?.text ?? ''
  expect(text.normalize('NFD')).not.toBe(text)
  return text.normalize('NFD')
}

/** The frozen version, and the one that has the same words, with hashes made to fit. */
function reissued(record: Forged, edit: (text: string) => string): void {
  const heads = record.acts.flatMap(({ act }) =>
    'version' in act && typeof act.version === 'object' && act.version ? [act.version] : [],
  )
  for (const [at, version] of record.versions.entries()) {
    if (at < 2) continue
    const [words, state] = [edit(version.words), edit(version.state)]
    expect([words, state]).not.toEqual([version.words, version.state])
    Object.assign(version, { words, state })
    Object.assign(heads[at] ?? {}, { hash: sha256Of(words), state: sha256Of(state) })
  }
}

/** In place of another act. */
function accepted(record: Forged, amendment: string, instead: string): void {
  const tabled = record.acts.map(({ act }) => act).find((it) => 'edits' in it && it.amendment === amendment)
  if (!tabled || !('wording' in tabled)) throw new Error(`no ${amendment}`)
  const { wording } = tabled
  Object.assign(actOf(record, instead), {
    kind: 'amendment accepted',
    amendment,
    wording,
    note: '',
    labels: {},
  })
}
