import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSealKey, Seal } from '../../server/seal.ts'
import { ledgerOf } from '../../server/sitting/ledger.ts'
import { Certified } from '../support/certified.ts'
import { must } from '../support/chamber.ts'
import { early } from '../support/early.ts'
import { type Forged, program, resign, verifiedIn } from '../support/forged-record.ts'
import { moves } from '../support/negotiation.ts'
import { Plenary } from '../support/plenary.ts'
import { holds } from '../support/property.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-verifying-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const repository = resolve(import.meta.dirname, '../..')
const pem = newSealKey()
const seal = new Seal(pem, 'https://paraph.example.org')

/** Each run starts the program anew. */
const FEW = 0.01

/** The record of a random negotiation, with a version at its end. */
function recordOf(steps: Parameters<Plenary['move']>[0][]): Forged {
  const plenary = new Plenary()
  for (const step of steps) plenary.move(step)
  plenary.command('SEC', { do: 'version.issue', symbol: 'L.1/Last' })
  const ledger = ledgerOf(plenary.record, plenary.state)
  const file = ledger.file()
  return structuredClone({ ...file, ...seal.seal(file.declaration, ledger.head()) }) as unknown as Forged
}

const random = (rule: string, check: (record: Forged) => void): void =>
  holds(rule, [moves(60)], (steps) => check(recordOf(steps)), FEW)

test('[V4] the record of any negotiation is in order: sub-amendments, compromises, restorations and all', () => {
  random('V4', (record) => {
    expect(verifiedIn(folder, record)).toContain('All is well')
  })
})

test('[V4] so is one that was written before the characters of wordings were named', () => {
  random('V4 early', (record) => {
    age(record)
    resign(record, seal)
    expect(verifiedIn(folder, record)).toContain('All is well')
  })
})

test('[V4] words slipped into such an early record are found too', () => {
  const plenary = new Plenary()
  const { draft = '' } = plenary.command('FRA', { do: 'draft.open' }) as { draft?: string }
  plenary.type(draft, [0, 0, 1, 1])
  plenary.command('FRA', { do: 'amendment.table', draft, reason: '' })
  plenary.command('SEC', { do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
  plenary.command('SEC', { do: 'version.issue', symbol: 'L.1/Last' })
  const ledger = ledgerOf(plenary.record, plenary.state)
  const file = ledger.file()
  const record = structuredClone({
    ...file,
    ...seal.seal(file.declaration, ledger.head()),
  }) as unknown as Forged
  age(record)
  resign(record, seal)
  expect(verifiedIn(folder, record)).toContain('All is well')
  record.acts = record.acts.filter(({ act }) => act.kind !== 'amendment accepted')
  resign(record, seal)
  expect(verifiedIn(folder, record)).toMatch(/that no accepted act brought|lacks words/)
})

test('[V4] a checkpoint kept under an earlier name of the server is checked by the same key', () => {
  const record = recordOf([])
  const [size, root] = [record.acts.length, ledgerRoot(record)]
  const old = new Seal(pem, 'http://localhost:8009').seal(record.declaration, { size, root })
  const keep = (note: string) => writeFileSync(join(folder, 'kept'), note)
  keep(old.checkpoint)
  expect(verifiedIn(folder, record, '--checkpoint', join(folder, 'kept'))).toContain('All is well')
  keep(new Seal(newSealKey(), 'http://localhost:8009').seal(record.declaration, { size, root }).checkpoint)
  expect(verifiedIn(folder, record, '--checkpoint', join(folder, 'kept'))).toContain(
    'no signature by the key',
  )
})

test('[V4] [E4] it runs by its name, as npx starts it, on a record and on a certificate', async () => {
  // What npm puts into node_modules/.bin is a link to the program.
  const linked = join(folder, 'paraph-verify')
  symlinkSync(program, linked)
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: repository })
    return { status, said: stdout + stderr }
  }
  const [record, page] = [join(folder, 'a.record.json'), join(folder, 'a.certificate.html')]
  writeFileSync(record, JSON.stringify(recordOf([])))
  const certified = await Certified.open()
  writeFileSync(page, certified.page(await certified.certificate()))
  for (const file of [record, page]) {
    expect(run(linked, file)).toMatchObject({ status: 0, said: expect.stringContaining('All is well') })
  }
  expect(run('npx', '--no-install', 'paraph-verify', record)).toMatchObject({ status: 0 })
  expect(run(linked)).toMatchObject({ status: 2, said: expect.stringContaining('Usage: paraph-verify') })
  expect(run(linked, join(folder, 'none'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('NOT IN ORDER. It can not be read'),
  })
})

test('[V4] the one file alone checks a record, and says what it left to the file beside it', async () => {
  const alone = join(folder, 'alone.mjs')
  copyFileSync(program, alone)
  const check = (record: unknown) => {
    writeFileSync(join(folder, 'record.json'), JSON.stringify(record))
    const args = [alone, join(folder, 'record.json')]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  const wordsAlone = check(recordOf([]))
  expect(wordsAlone).toMatchObject({ status: 0, stderr: '' })
  expect(wordsAlone.stdout).toContain('All is well')
  const { chamber, seal } = await Certified.open()
  const { file, head } = must(await chamber.sitting.ledger((it) => ({ file: it.file(), head: it.head() })))
  const endorsed = check({ ...file, ...seal.seal(file.declaration, head) })
  expect(endorsed.stdout).toContain('States that endorse it: 3.')
  expect(endorsed).toMatchObject({
    status: 3,
    stderr: 'Not checked, for want of states.mjs beside this program: who signed, and silences.\n',
  })
})

test('[V4] an option without its value is not passed over', () => {
  for (const option of ['--fingerprint', '--checkpoint']) {
    const { status, stderr } = spawnSync(process.execPath, [program, 'record.json', option], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('Usage') })
  }
})

test('[E4] a checkpoint from before a certificate begins is not passed over: only the record can be checked with it', async () => {
  const certified = await Certified.open()
  const certificate = await certified.certificate()
  const page = certified.page(certificate)
  const keep = (size: number, root: string) => {
    writeFileSync(
      join(folder, 'kept'),
      certified.seal.seal(certificate.declaration, { size, root }).checkpoint,
    )
    return verifiedIn(folder, page, '--checkpoint', join(folder, 'kept'))
  }
  const head = must(await certified.chamber.sitting.ledger((it) => it.head()))
  expect(keep(head.size, head.root)).toContain('All is well')
  expect(keep(certificate.before.size - 1, head.root)).toMatch(
    /^NOT IN ORDER\. The checkpoint that you kept is older than the certificate: check the record with it\.\n$/,
  )
})

/** As an early release would have written it. */
function age(record: Forged): void {
  const acts = early(record.acts.map(({ act }) => act))
  record.acts = acts.map((act) => ({ before: '', act: act as Forged['acts'][number]['act'] }))
}

const ledgerRoot = ({ checkpoint }: Forged): string =>
  Buffer.from(checkpoint.split('\n')[2] ?? '', 'base64').toString('hex')
