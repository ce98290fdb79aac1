import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSealKey, Seal } from '../../server/seal.ts'
import { hashOf, sha256Of } from '../../shared/hash.ts'
import type { RecordFile } from '../../shared/record-file.ts'
import { fingerprintOf, readKey } from '../../shared/signed-note.ts'
import { Chamber, must } from '../support/chamber.ts'
import {
  actOf,
  type Forged,
  program,
  put,
  rerooted,
  resign,
  swapped,
  treeOf,
  verifiedIn,
} from '../support/forged-record.ts'

const ORIGIN = 'https://paraph.example.org'

let folder: string
let seal: Seal
let honest: RecordFile
/** What a delegation kept of the meeting after its tenth act. */
let kept: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-tampering-'))
  seal = new Seal(newSealKey(), ORIGIN)
  const chamber = await negotiation()
  const { file, head } = must(await chamber.sitting.ledger((it) => ({ file: it.file(), head: it.head() })))
  honest = { ...file, ...seal.seal(file.declaration, head) }
  const tree = treeOf(honest.acts.map(({ act }) => act))
  kept = seal.seal(honest.declaration, { size: 10, root: tree.root(10) }).checkpoint
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Two amendments, one rejected, versions, and two ministers who endorse the final words. */
async function negotiation(): Promise<Chamber> {
  const chamber = await Chamber.open()
  const desk = chamber.as('SEC')
  const decide = (amendment: string, decision: 'accept' | 'reject') =>
    desk.do({ do: 'amendment.decide', amendment, decision })
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('BRA').proposes('c1', 'central', 'essentiel')
  await chamber.as('KEN').addClause('c2', 'cnew', 'Notant les progrès')
  await chamber.as('KEN').table()
  await decide('FRA-1', 'accept')
  await desk.do({ do: 'version.issue', symbol: 'Rev.1' })
  await decide('KEN-1', 'accept')
  await decide('BRA-1', 'reject')
  await desk.type('c3', 'soutenir', 'appuyer')
  await desk.do({ do: 'consolidation.adopt', draft: (await desk.draft()).id, note: 'style' })
  await desk.do({ do: 'stage.move', to: 'consolidation' })
  await chamber.opens('SGP minister', 'FRA minister')
  for (const who of ['SGP minister', 'FRA minister']) must(await chamber.as(who).endorses())
  return chamber
}

type Change = (record: Forged) => void

const verified = (record: unknown, ...options: string[]): string => verifiedIn(folder, record, ...options)

function tampered(change: Change): Forged {
  const record = structuredClone(honest) as unknown as Forged
  change(record)
  return record
}

/** The operator helps, and signs what was changed: then only the words themselves, and what others kept, tell. */
const resigned = (record: Forged, by = seal): void => resign(record, by)

const frozen = (record: Forged, number: number, edit: (text: string) => string): void => {
  const version = record.versions[number]
  if (version) Object.assign(version, { words: edit(version.words), state: edit(version.state) })
}
/** The words of the final version, with hashes and endorsements made to fit. */
const refrozen = (record: Forged, edit: (text: string) => string): void => {
  frozen(record, 3, edit)
  const { words = '', state = '' } = record.versions[3] ?? {}
  const hash = sha256Of(words)
  for (const { act } of record.acts) {
    if (act.kind === 'stage moved' && act.version?.final)
      Object.assign(act.version, { hash, state: sha256Of(state) })
    if (act.kind === 'text endorsed') Object.assign(act, { hash })
  }
  for (const it of record.endorsements) it['hash'] = hash
}

test('[V4] an honest record is in order, and the program says so', () => {
  const said = verified(honest)
  expect(said).toContain('All is well with paraph.example.org/declarations/declaration')
  expect(said).toContain('States that endorse it: 2')
  const key = readKey(honest.key)
  if (!key) throw new Error('no key')
  writeFileSync(join(folder, 'kept'), kept)
  expect(said).toContain(`signed by the key with the fingerprint ${fingerprintOf(key)}.`)
  const options = ['--fingerprint', fingerprintOf(key), '--checkpoint', join(folder, 'kept')]
  expect(verified(honest, ...options)).toContain('All is well')
})

test('the program is one file of less than 300 lines, none of them wide, and needs nothing but Node', () => {
  const lines = readFileSync(program, 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeLessThan(300)
  expect(lines.filter((line) => line.length > 110)).toEqual([])
  const imported = lines.flatMap((line) => /^import .* from '([^']+)'/.exec(line)?.[1] ?? [])
  expect(imported).toEqual(['node:assert', 'node:crypto', 'node:fs'])
})

describe('[V4] tampering is found where', () => {
  const cases: [what: string, says: string | RegExp, change: Change][] = [
    [
      'a letter of an act is changed',
      /names another history/,
      (it) => put(actOf(it, 'declaration laid'), ['blocks', 1, 'text'], 'Affirmant'),
    ],
    [
      'the reason of an amendment is changed',
      /names another history/,
      (it) => put(actOf(it, 'amendment tabled'), ['reason'], 'x'),
    ],
    [
      'the name behind an act is changed',
      /names another history/,
      (it) => put(actOf(it, 'amendment tabled'), ['by', 'name'], 'x'),
    ],
    [
      'the time of an act is changed',
      /names another history/,
      (it) => put(actOf(it, 'amendment accepted'), ['at'], '2009-10-12T00:00:00.000Z'),
    ],
    ['an act is removed', /removed, inserted or moved/, (it) => void it.acts.splice(4, 1)],
    ['the first act is removed', /its beginning was changed/, (it) => void it.acts.shift()],
    ['two acts change places', /removed, inserted or moved/, (it) => swapped(it.acts, 3, 4)],
    [
      'an act is inserted',
      /removed, inserted or moved/,
      (it) => void it.acts.splice(3, 0, ...it.acts.slice(2, 3)),
    ],
    [
      'an act is appended',
      /acts were inserted/,
      (it) => {
        it.acts.push(...tampered(() => {}).acts.slice(-1))
        Object.assign(it.acts.at(-1)?.act ?? {}, { act: 99 })
        rerooted(it)
      },
    ],
    ['the tail is cut', /acts were removed/, (it) => void it.acts.pop()],
    [
      'a letter is changed and the roots are made to fit',
      /not those that were signed/,
      (it) => {
        put(actOf(it, 'amendment rejected'), ['note'], 'x')
        rerooted(it)
      },
    ],
    [
      'the acts are in another order and the roots are made to fit',
      /not in their order/,
      (it) => {
        swapped(it.acts, 3, 4)
        rerooted(it)
      },
    ],
    [
      'the checkpoint has another size',
      /signature of the record’s checkpoint/,
      (it) => {
        it.checkpoint = it.checkpoint.replace(`\n${it.acts.length}\n`, '\n3\n')
      },
    ],
    [
      'the signature is another',
      /signature of the record’s checkpoint/,
      (it) => {
        it.checkpoint = it.checkpoint.replace(/.(.{6}=+\n)$/, 'A$1').replace(/.(.{9}=+\n)$/, 'B$1')
      },
    ],
    [
      'the signature is missing',
      /no signature by the key/,
      (it) => {
        it.checkpoint = it.checkpoint.split('\n\n')[0] ?? ''
      },
    ],
    [
      'the key is exchanged',
      /no signature by the key/,
      (it) => {
        it.key = new Seal(newSealKey(), ORIGIN).seal(it.declaration, { size: 0, root: '0'.repeat(64) }).key
      },
    ],
    [
      'the key is renamed',
      /exchanged or renamed/,
      (it) => {
        it.key = it.key.replace('paraph.', 'another.')
      },
    ],
    [
      'the checkpoint is of another declaration',
      /of another declaration/,
      (it) => Object.assign(it, seal.seal('other', { size: it.acts.length, root: '0'.repeat(64) })),
    ],
    [
      'a letter of a frozen version is changed',
      /The words of Version 1 \(Rev\.1\) are not those of its hash/,
      (it) => frozen(it, 1, (text) => text.replace('danger', 'dangeR')),
    ],
    [
      'the state of a version is changed',
      /exact state of Version 1/,
      (it) => put(it.versions, [1, 'state'], it.versions[1]?.state.replace('danger', 'dangeR')),
    ],
    ['a version is missing', /not in the record/, (it) => void it.versions.pop()],
    ['two versions change places', /not those of its hash/, (it) => swapped(it.versions, 0, 1)],
    [
      'a version is added that no act issued',
      /no act issued/,
      (it) => void it.versions.push({ number: 4, words: '{}', state: '{}' }),
    ],
    [
      'the operator re-signs words slipped into the final version',
      /other words in c1 than act 0 brought/,
      (it) => {
        refrozen(it, (text) => text.replace('central', 'CENTRAL'))
        resigned(it)
      },
    ],
    [
      'the operator re-signs words taken out of the final version',
      /lacks words/,
      (it) => {
        refrozen(it, (text) => text.replace('"le danger"', '"le"').replace('le danger', 'le'))
        resigned(it)
      },
    ],
    [
      'the operator re-signs an acceptance left out',
      /no accepted act brought/,
      (it) => {
        it.acts = it.acts.filter(
          ({ act }) => !(act.kind === 'amendment accepted' && act.amendment === 'FRA-1'),
        )
        resigned(it)
      },
    ],
    [
      'the operator re-signs an amendment reworded',
      /other words than the hash that sponsors put their names to/,
      (it) => {
        put(actOf(it, 'amendment tabled'), ['edits', 'hunks', 0, 'insert'], 'le péril.')
        resigned(it)
      },
    ],
    [
      'the operator re-signs a reworded amendment under a hash that fits',
      /other words in c2 than act/,
      (it) => {
        const act = actOf(it, 'amendment tabled') as { edits: { hunks: { [name: string]: unknown }[] } }
        Object.assign(act.edits.hunks[0] ?? {}, { insert: 'le péril.' })
        const hunks = act.edits.hunks.map(({ clause, from, to, was, insert }) => ({
          clause,
          from,
          to,
          was,
          insert,
        }))
        const wording = hashOf({ format: 'paraph-wording/1', hunks, added: [] })
        Object.assign(act, { wording })
        put(actOf(it, 'amendment accepted'), ['wording'], wording)
        resigned(it)
      },
    ],
    [
      'the operator re-signs a rejected amendment as accepted',
      /that an act took out/,
      (it) => {
        Object.assign(actOf(it, 'amendment rejected'), {
          kind: 'amendment accepted',
          wording: actOf(it, 'amendment tabled', 1)['wording'],
          labels: {},
        })
        resigned(it)
      },
    ],
    [
      'an endorsement is moved to another version',
      /other words than those of the final version/,
      (it) => {
        put(actOf(it, 'text endorsed'), ['version'], 1)
        resigned(it)
      },
    ],
    [
      'an endorsement is moved to another State',
      /is not by its signatory/,
      (it) => {
        put(actOf(it, 'text endorsed'), ['state'], 'USA')
        resigned(it)
      },
    ],
    [
      'an endorsement is moved before the final version',
      /before there was a final version/,
      (it) => {
        const [last] = it.acts.splice(-1)
        if (last) it.acts.splice(3, 0, { ...last, act: { ...last.act, act: it.acts[2]?.act.act ?? 0 } })
        for (const [at, { act }] of it.acts.entries()) Object.assign(act, { act: at })
        resigned(it)
      },
    ],
    [
      'a State endorses twice',
      /SGP endorsed twice/,
      (it) => {
        const act = structuredClone(actOf(it, 'text endorsed')) as never as Forged['acts'][number]['act']
        it.acts.push({ before: '', act: { ...act, act: 99 } as typeof act })
        resigned(it)
      },
    ],
    [
      'an endorsement is added to the roll',
      /roll does not say/,
      (it) => void it.endorsements.push({ ...it.endorsements[0], state: 'USA' }),
    ],
    ['an endorsement is struck from the roll', /roll does not say/, (it) => void it.endorsements.pop()],
    [
      'the file is of another format',
      /not a record of Paraph/,
      (it) => {
        it.format = 'paraph-record/9'
      },
    ],
  ]

  test.each(cases)('%s', (_, says, change) => {
    const said = verified(tampered(change))
    expect(said).toMatch(says)
    expect(said).toMatch(/^NOT IN ORDER\. [^\n]+\.\n$/)
  })

  test('the file is no JSON, or none of ours', () => {
    for (const it of ['', '{', 'null', '[]', '{"format":"paraph-record/1"}'])
      expect(verified(it)).toMatch(/^NOT IN ORDER\. /)
  })
})

describe('[V4] what the file alone can not show is found with what was kept:', () => {
  const withKept = (change: Change): string => {
    writeFileSync(join(folder, 'kept'), kept)
    const record = tampered(change)
    expect(verified(record)).toContain('All is well')
    return verified(record, '--checkpoint', join(folder, 'kept'))
  }

  test('a tail cut and signed again, by a checkpoint from before', () => {
    const cut: Change = (it) => {
      it.acts = it.acts.slice(0, 6)
      it.versions = it.versions.filter(
        ({ number }) => number < it.acts.filter(({ act }) => 'version' in act).length,
      )
      it.endorsements = []
      resigned(it)
    }
    expect(withKept(cut)).toContain('The tail was cut')
  })

  test('a history that the operator rewrote and signed again, by a checkpoint from before', () => {
    const rewritten: Change = (it) => {
      // Whoever endorsed has seen the history: it must go, or it tells.
      it.acts = it.acts.filter(({ act }) => act.kind !== 'text endorsed')
      it.endorsements = []
      put(actOf(it, 'amendment tabled'), ['reason'], 'another')
      resigned(it)
    }
    expect(withKept(rewritten)).toContain('The history was rewritten')
  })

  test('a meeting that signs with a key of its own, by the fingerprint', () => {
    const key = readKey(honest.key)
    const forged = tampered((it) => resigned(it, new Seal(newSealKey(), ORIGIN)))
    expect(verified(forged)).toContain('All is well')
    expect(verified(forged, '--fingerprint', key ? fingerprintOf(key) : '')).toContain(
      'signed by another key',
    )
  })
})
