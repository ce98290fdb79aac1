import { createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConsistencyProof, InclusionProof, LedgerAnswer } from '../../shared/api.ts'
import { includes, isContinued } from '../../shared/ledger.ts'
import { openNote, readHead, readKey, type TreeHead } from '../../shared/signed-note.ts'
import { codeOf, type Guest, House } from '../../tests/support/house.ts'

let house: House
let observer: Guest

beforeEach(async () => {
  house = await House.open()
  observer = await house.signIn('OBS')
})
afterEach(() => house.close())

const PLACE = '/api/declarations/declaration'
const get = (path: string, guest: Guest | null = observer, headers = {}) =>
  house.ask(guest, `${PLACE}${path}`, { headers })
const json = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T

/** The head, once its signature was found right with nothing of ours. */
function headIn({ checkpoint, key: written }: LedgerAnswer): TreeHead {
  const key = readKey(written)
  const opened = key && openNote(checkpoint, key)
  const head = opened && readHead(opened.text)
  if (!key || !opened || !head) throw new Error(`no checkpoint: ${checkpoint}`)
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.bytes])
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from(opened.text), publicKey, opened.signature)).toBe(true)
  return head
}

const acts = async (count: number) => {
  const secretariat = await house.signIn('SEC')
  for (let n = 0; n < count; n++) {
    const comment = { do: 'comment.make', on: { clause: 'c1' }, words: `${n}` }
    await house.command(secretariat, comment)
  }
}

test('[V3] an observer fetches the signed head, the proof of an act, and that a later head holds the earlier', async () => {
  const before = headIn(await json<LedgerAnswer>('/ledger'))
  expect(before).toMatchObject({ origin: 'paraph.example.org/declarations/declaration', size: 1 })
  await acts(4)
  const after = headIn(await json<LedgerAnswer>('/ledger'))
  expect(after.size).toBe(5)
  const { path } = await json<ConsistencyProof>('/ledger/consistency?from=1&to=5')
  expect(isContinued({ from: before, to: after, path })).toBe(true)
  const proof = await json<InclusionProof>('/ledger/proof/3')
  const { size, root } = headIn(proof)
  expect(includes({ ...proof, size, root })).toBe(true)
})

test('[V3] the checkpoint alone is plain text, as witnesses take it', async () => {
  const answer = await get('/ledger', observer, { accept: 'text/plain' })
  expect(answer.headers.get('content-type')).toContain('text/plain')
  const { key } = await json<LedgerAnswer>('/ledger')
  expect(headIn({ checkpoint: await answer.text(), key }).size).toBe(1)
})

test('the record is a file that its reader keeps', async () => {
  const answer = await get('/record')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename=declaration.record.json')
  expect(await answer.json()).toMatchObject({ format: 'paraph-record/1', declaration: 'declaration' })
})

test.each([
  ['/ledger/proof/99', 'act/unknown'],
  ['/ledger/proof/x', 'act/unknown'],
  ['/ledger/consistency?from=1&to=99', 'ledger/size'],
  ['/ledger/consistency?from=-1', 'request/invalid'],
])('%s is refused: %s', async (path, code) => {
  expect(await codeOf(await get(path))).toBe(code)
})

test.each(['/ledger', '/ledger/proof/0', '/ledger/consistency', '/record'])(
  '%s is for those who are signed in',
  async (path) => {
    expect(await codeOf(await get(path, null))).toBe('session/none')
  },
)

test('[V3] the seal stays the same from one start to the next', async () => {
  const first = await house.archive.sealKey(() => 'one')
  expect(await house.archive.sealKey(() => 'another')).toBe(first)
})
