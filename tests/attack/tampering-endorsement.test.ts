import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSealKey, Seal } from '../../server/seal.ts'
import { versionHash } from '../../shared/frozen-words.ts'
import { type LaidWords, wordsLaid } from '../../shared/language-version.ts'
import type { RecordFile } from '../../shared/record-file.ts'
import { Authenticator } from '../support/authenticator.ts'
import { Chamber, must, ORIGIN } from '../support/chamber.ts'
import { actOf, type Forged, put, resign, swapped, verifiedIn } from '../support/forged-record.ts'
import { inEnglish } from '../support/language.ts'

let folder: string
let seal: Seal
let honest: RecordFile

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-roll-'))
  seal = new Seal(newSealKey(), ORIGIN)
  const chamber = await endorsed()
  const { file, head } = must(await chamber.sitting.ledger((it) => ({ file: it.file(), head: it.head() })))
  honest = { ...file, ...seal.seal(file.declaration, head) }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Laid in another language; signed with and without remarks, by keys of every kind, withdrawn and signed again, on paper, and late in an addendum. */
async function endorsed(): Promise<Chamber> {
  const chamber = await Chamber.open()
  chamber.as('FRA minister').device = new Authenticator(ORIGIN, 'ed25519')
  chamber.as('BRA minister').device = new Authenticator(ORIGIN, 'rsa')
  const desk = chamber.as('SEC')
  await desk.do(inEnglish(await chamber.makesFinal()))
  const hash = await chamber.opens('SGP minister', 'FRA minister', 'KEN minister', 'BRA minister')
  const remarks = [
    { kind: 'reservation', words: 'Sous réserve.' },
    { kind: 'dissociation', clauses: ['2'], words: '' },
  ] as const
  must(await chamber.as('SGP minister').endorses({ remarks }))
  must(await chamber.as('FRA minister').endorses())
  must(await chamber.as('FRA minister').withdraws())
  must(await chamber.as('FRA minister').endorses())
  const paper = {
    capacity: chamber.as('KEN minister').actor.capacity,
    hash,
    name: 'K',
    title: 'M',
    note: 'safe',
  }
  await desk.do({ do: 'paper.record', ...paper })
  await chamber.as('SEC second').do({ do: 'paper.settle', paper: 'p1', confirm: true })
  await desk.do({ do: 'stage.move', to: 'closed' })
  await desk.do({ do: 'endorsement.open', hash })
  must(await chamber.as('BRA minister').endorses())
  await desk.do({ do: 'addendum.close' })
  return chamber
}

/** What the program says when even the operator helps: roots and checkpoint are made to fit. */
function tampered(change: (record: Forged) => void): string {
  // As it comes from a file: what was signed is no part of the act that says the same.
  const record = JSON.parse(JSON.stringify(honest)) as Forged
  change(record)
  resign(record, seal)
  return verifiedIn(folder, record)
}

/** In the act and on the roll. */
const both = (record: Forged, which: number, path: (string | number)[], value: unknown): void => {
  const act = actOf(record, 'text endorsed', which)
  const row = record.endorsements.find((it) => it['act'] === act['act'])
  for (const it of [act, row]) if (it) put(it, path, value)
}
/** For the act and for what was signed. */
const renamed = (record: Forged, which: number): void => {
  both(record, which, ['name'], 'Another')
  both(record, which, ['signed', 'instrument', 'signatory', 'name'], 'Another')
}
const keyOf = (record: Forged, state: string) => {
  const listed = actOf(record, 'signatories listed') as { signatories: { state: string; key: object }[] }
  const found = listed.signatories.find((it) => it.state === state)
  if (!found) throw new Error(`${state} is not listed`)
  return found
}

test('[E3] a record with signatures, a withdrawal, a paper and an addendum is in order', () => {
  const said = tampered(() => {})
  expect(said).toContain('All is well')
  expect(said).toContain('States that endorse it: 4.\nSigned: 3; on paper: 1.')
})

describe('[E3] without anything of the server it is found, though the operator signs it all again, that', () => {
  const FIRST = 0
  const cases: [what: string, says: RegExp, change: (record: Forged) => void][] = [
    [
      'a word of the reservation was changed',
      /says something else than what was signed/,
      (it) => both(it, FIRST, ['remarks', 0, 'words'], 'Sans réserve.'),
    ],
    [
      'the reservation was struck, from what was signed too',
      /was not signed by the key/,
      (it) => {
        both(it, FIRST, ['remarks'], [])
        both(it, FIRST, ['signed', 'instrument', 'remarks'], [])
      },
    ],
    [
      'a clause was added to the dissociation',
      /was not signed by the key/,
      (it) => {
        both(it, FIRST, ['remarks', 1, 'clauses'], ['1', '2'])
        both(it, FIRST, ['signed', 'instrument', 'remarks', 1, 'clauses'], ['1', '2'])
      },
    ],
    [
      'the State was changed',
      /was not published for its signatory/,
      (it) => {
        both(it, FIRST, ['state'], 'USA')
        both(it, FIRST, ['by', 'delegation'], 'USA')
        both(it, FIRST, ['signed', 'instrument', 'state'], 'USA')
      },
    ],
    [
      'the State was changed, in the list of signatories too',
      /was not signed by the key/,
      (it) => {
        both(it, FIRST, ['state'], 'USA')
        both(it, FIRST, ['by', 'delegation'], 'USA')
        both(it, FIRST, ['signed', 'instrument', 'state'], 'USA')
        put(keyOf(it, 'SGP'), ['state'], 'USA')
      },
    ],
    [
      'the time of signing was changed',
      /was not signed by the key/,
      (it) => both(it, FIRST, ['signed', 'instrument', 'time'], '2009-10-11T09:00:00.000Z'),
    ],
    [
      'the time of recording was changed',
      /signed at another time/,
      (it) => both(it, FIRST, ['at'], '2009-10-12T21:00:00.000Z'),
    ],
    [
      'the name was changed',
      /says something else than what was signed/,
      (it) => both(it, FIRST, ['name'], 'Another'),
    ],
    [
      'the name was changed, and in what an Ed25519 key signed too',
      /\(text endorsed, FRA\) was not signed by the key/,
      (it) => renamed(it, 2),
    ],
    [
      'the name was changed, and in what an RSA key signed too',
      /\(text endorsed, BRA\) was not signed by the key/,
      (it) => renamed(it, 4),
    ],
    [
      'the hash of the text was changed in what was signed',
      /says something else than what was signed/,
      (it) => both(it, FIRST, ['signed', 'instrument', 'text'], 'a'.repeat(64)),
    ],
    [
      'the key was exchanged in the list',
      /was not signed by the key/,
      (it) => put(keyOf(it, 'SGP'), ['key', 'spki'], (keyOf(it, 'FRA').key as { spki: string }).spki),
    ],
    [
      'the signature was taken away',
      /comes without a signature/,
      (it) => {
        for (const act of [actOf(it, 'text endorsed'), it.endorsements[0]]) delete act?.['signed']
      },
    ],
    [
      'a word of another language was changed',
      /lays other words than those of its hash/,
      (it) => put(actOf(it, 'language version laid'), ['lines', 1, 'text'], 'Denying the central role'),
    ],
    [
      'a clause was left out in another language, and its hash made to fit',
      /is not beside the final text/,
      (it) => {
        const act = actOf(it, 'language version laid') as unknown as { words: string } & {
          -readonly [part in keyof LaidWords]: LaidWords[part]
        }
        act.lines = act.lines.filter(({ label }) => label !== '2')
        act.words = versionHash(wordsLaid('declaration', act))
      },
    ],
    [
      'another language was laid after endorsement had opened',
      /is not beside the final text/,
      (it) => {
        const at = it.acts.findIndex(({ act }) => act.kind === 'language version laid')
        const opened = it.acts.findIndex(({ act }) => act.kind === 'endorsement opened')
        const numbers = it.acts.map(({ act }) => act.act)
        it.acts.splice(opened, 0, ...it.acts.splice(at, 1))
        for (const [place, { act }] of it.acts.entries()) put(act, ['act'], numbers[place])
      },
    ],
    [
      'a paper was made up',
      /is not what another of the secretariat recorded/,
      (it) => both(it, 3, ['paper', 'note'], 'elsewhere'),
    ],
    [
      'a paper was confirmed by whoever recorded it',
      /is not what another of the secretariat recorded/,
      (it) => {
        const { by } = actOf(it, 'paper recorded')
        both(it, 3, ['by'], by)
      },
    ],
    [
      'a late endorsement passes for one of the meeting',
      /while endorsement was not open/,
      (it) => {
        const act = actOf(it, 'text endorsed', 4)
        for (const one of [act, it.endorsements.at(-1)]) delete one?.['addendum']
      },
    ],
    ['the roll is in another order', /roll does not say/, (it) => swapped(it.endorsements, 0, 1)],
    ['a State was struck from the roll', /roll does not say/, (it) => void it.endorsements.splice(1, 1)],
    [
      'a withdrawal was left out',
      /endorsed twice/,
      (it) => {
        it.acts = it.acts.filter(({ act }) => act.kind !== 'endorsement withdrawn')
      },
    ],
    [
      'an endorsement was left out that others have seen',
      /bears witness to another history/,
      (it) => {
        const gone = actOf(it, 'text endorsed')
        it.acts = it.acts.filter(({ act }) => act !== gone)
        it.endorsements.shift()
      },
    ],
    [
      'the history before an endorsement was rewritten',
      /bears witness to another history/,
      (it) => put(actOf(it, 'declaration laid'), ['by', 'name'], 'Another'),
    ],
  ]
  test.each(cases)('%s', (_, says, change) => {
    const said = tampered(change)
    expect(said).toMatch(says)
    expect(said).toMatch(/^NOT IN ORDER\. [^\n]+\.\n$/)
  })
})
