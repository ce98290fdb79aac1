import { mkdir, open, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Entry } from '../../server/archive/contract.ts'
import { header, SALT_BYTES } from '../../server/archive/file/frame.ts'
import { openJournal } from '../../server/archive/file/journal.ts'

/**
 * Writes fixtures/formats/journal-1: a journal as the first released format has it, and what it says (rule J4).
 * It was run once. A new format gets a folder and a script of its own; this folder is never written again.
 */

const folder = resolve(import.meta.dirname, '../../fixtures/formats/journal-1')
const at = '2009-10-12T09:00:00.000Z'
const secretariat = {
  capacity: 'c-secretariat',
  name: 'Secretariat',
  role: 'secretariat',
  delegation: null,
} as const
const france = {
  capacity: 'c-france',
  name: 'Delegate of France',
  role: 'delegate',
  delegation: 'FRA',
} as const

const entries: readonly Entry[] = [
  {
    pens: [{ pen: 1, draft: null, holder: null }],
    steps: [
      {
        act: {
          act: 0,
          at,
          by: secretariat,
          kind: 'declaration laid',
          declaration: {
            id: 'frozen',
            symbol: 'A/CONF.2009/L.1',
            language: 'fr',
            punctuation: { between: ' ;', beforeLast: ' ; et', last: '.' },
          },
          blocks: [
            { id: 'title', kind: 'title', text: 'Déclaration à haut niveau' },
            { id: 'c1', kind: 'clause', text: 'Affirmant le rôle central que doit jouer la police' },
          ],
          labels: { title: '', c1: '1' },
          version: {
            number: 0,
            symbol: 'A/CONF.2009/L.1',
            note: '',
            stage: 'drafting',
            hash: 'a'.repeat(64),
            state: 'b'.repeat(64),
            at,
            by: secretariat,
            final: false,
          },
        },
        engrossed: Uint8Array.of(0, 0),
      },
    ],
    hall: Uint8Array.of(1, 1, 1, 0, 0),
  },
  {
    pens: [{ pen: 2, draft: 'd1', holder: 'c-france' }],
    steps: [
      {
        act: {
          act: 1,
          at,
          by: france,
          kind: 'draft opened',
          draft: {
            id: 'd1',
            kind: 'amendment',
            delegation: 'FRA',
            members: [],
            sharing: 'live',
            revises: null,
            from: [],
            opened: at,
          },
        },
        engrossed: null,
      },
    ],
    hall: null,
  },
  {
    pens: [],
    steps: [{ draft: 'd1', update: Uint8Array.from({ length: 300 }, (_, n) => n % 256) }],
    hall: null,
  },
  { pens: [], steps: [], hall: Uint8Array.of(255) },
]

await mkdir(folder, { recursive: true })
const path = resolve(folder, 'journal')
const salt = Uint8Array.from({ length: SALT_BYTES }, (_, n) => 0xa0 + n)
await writeFile(path, header(salt), { flag: 'wx' })
const report = { torn: () => undefined, ignored: () => undefined }
const journal = await openJournal(await open(path, 'r+'), report)
const [first, ...others] = entries
if (first) await journal.append(first)
// These come at once, so that the file holds a record of one entry and records of several.
await Promise.all(others.map((entry) => journal.append(entry)))
await journal.close()

const hexBytes = (_: string, value: unknown) =>
  value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value
await writeFile(resolve(folder, 'entries.json'), `${JSON.stringify(entries, hexBytes, 2)}\n`)
