import { strToU8 } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { DocumentAsked } from '../../../shared/document-asked.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { Chamber, DECLARATION } from '../../../tests/support/chamber.ts'
import { dossierIn, sourceIn } from '../../../tests/support/dossier.ts'
import { documentOf, said, wordFile, written } from '../../../tests/support/word-file.ts'
import { marksOf, propertiesOf } from '../docx/marks.ts'
import { Press } from '../press.ts'
import { READING_LIMITS } from './limits.ts'

// Once for all: a thread takes its time to start, and none of these files ends it.
const press = new Press((fault) => {
  throw new Error(String(fault))
}, READING_LIMITS)
afterAll(() => press.close())

const chamber = await Chamber.open()
const { text, acts, conference } = await sourceIn(chamber)
const ground = { text, acts, conference, declaration: DECLARATION.id }

const SOMEBODY = { of: 'FRA', gone: new AbortController().signal }

const MEGABYTE = 1024 * 1024
const zeros = (megabytes: number) => new Uint8Array(megabytes * MEGABYTE)
const withDocument = (document: string | Uint8Array) =>
  wordFile({ instead: { 'word/document.xml': document } })
const ENTITY = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
const LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

/** The size that a part says it has once unpacked, in both places where an archive says so. */
function lying(file: Uint8Array, part: string, size: number): Uint8Array {
  const lie = file.slice()
  const view = new DataView(lie.buffer)
  const name = strToU8(part)
  for (let at = 0; at < lie.length - name.length; at++) {
    if (!name.every((byte, i) => lie[at + i] === byte)) continue
    if (view.getUint32(at - 30, true) === 0x04034b50) view.setUint32(at - 8, size, true)
    if (view.getUint32(Math.max(0, at - 46), true) === 0x02014b50) view.setUint32(at - 22, size, true)
  }
  return lie
}

const CONTENT_TYPES = (type: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`

describe('[D3] a hostile or broken file is refused with a code, and costs nothing', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['sixty megabytes packed into sixty kilobytes', () => withDocument(zeros(60)), 'document/too-much'],
    [
      'the same that says it has a hundred bytes',
      () => lying(withDocument(zeros(60)), 'word/document.xml', 100),
      'document/too-much',
    ],
    [
      'several parts that are too much together',
      () => wordFile({ instead: { 'word/document.xml': zeros(7), 'word/comments.xml': zeros(7) } }),
      'document/too-much',
    ],
    [
      'ten thousand parts',
      () =>
        wordFile({
          instead: Object.fromEntries(
            Array.from({ length: 10_000 }, (_, at) => [`word/media/${at}.png`, '']),
          ),
        }),
      'document/too-much',
    ],
    [
      'an entity that reads a file of the server’s',
      () => withDocument(ENTITY + documentOf('')),
      'document/unsafe',
    ],
    [
      'entities that grow without end',
      () => withDocument(LAUGHS + documentOf(said('&b;'))),
      'document/unsafe',
    ],
    [
      'an entity in the comments',
      () => wordFile({ instead: { 'word/comments.xml': `${ENTITY}<w/>` } }),
      'document/unsafe',
    ],
    [
      'an entity in an encoding where it can’t be seen',
      () => withDocument(Uint8Array.from([0xff, 0xfe, ...Buffer.from(ENTITY + documentOf(''), 'utf16le')])),
      'document/damaged',
    ],
    [
      'tags within tags within tags',
      () => withDocument(documentOf('<w:sdt>'.repeat(50_000) + '</w:sdt>'.repeat(50_000))),
      'document/too-much',
    ],
    [
      'tags that look as if they ended at once',
      () => withDocument(documentOf('<w:sdt w:x="/>">'.repeat(50_000) + '</w:sdt>'.repeat(50_000))),
      'document/too-much',
    ],
    ['a million tags', () => withDocument(documentOf('<w:p/>'.repeat(1_000_000))), 'document/too-much'],
    [
      'tags spread over several parts',
      () =>
        wordFile({
          instead: Object.fromEntries(
            ['document', 'comments'].map((name) => [`word/${name}.xml`, documentOf('<w:p/>'.repeat(50_000))]),
          ),
        }),
      'document/too-much',
    ],
    [
      'more paragraphs than any text has',
      () => withDocument(documentOf('<w:p/>'.repeat(9_000))),
      'document/too-much',
    ],
    [
      'a tag with more attributes than anybody counts',
      () =>
        withDocument(documentOf(`<w:p ${Array.from({ length: 9_000 }, (_, at) => `a${at}=""`).join(' ')}/>`)),
      'document/too-much',
    ],
    ['a tag that never ends', () => withDocument(`<w:p ${'a'.repeat(11 * MEGABYTE)}`), 'document/too-much'],
    [
      'one clause as long as a book',
      () => wordFile({ body: written(said('a,b;'.repeat(100_000))) }),
      'document/too-much',
    ],
    ['tags that never end', () => withDocument('<w:p '.repeat(100_000)), 'document/too-much'],
    [
      'comments upon comments on the same words',
      () =>
        wordFile({
          body: written(
            Array.from({ length: 9_000 }, (_, at) => `<w:commentReference w:id="${at}"/>`)
              .map((reference) => `<w:r>${reference}</w:r>`)
              .join(''),
          ),
        }),
      'document/too-much',
    ],
    ['a program', () => wordFile({ instead: { 'word/vbaProject.bin': strToU8('x') } }), 'document/macros'],
    [
      'a program under another name',
      () =>
        wordFile({
          instead: {
            '[Content_Types].xml': CONTENT_TYPES('application/vnd.ms-word.document.macroEnabled.main+xml'),
          },
        }),
      'document/macros',
    ],
    ['one that was cut off', () => wordFile({ body: written(said('x')) }).slice(0, 400), 'document/damaged'],
    [
      'one that was garbled',
      () =>
        wordFile({ body: written(said('x'.repeat(5_000))) }).map((byte, at) =>
          at > 60 && at < 300 ? 0x55 : byte,
        ),
      'document/damaged',
    ],
    ['markup that does not close', () => withDocument('<w:document><w:body>'), 'document/damaged'],
    [
      'an archive of something else',
      () => wordFile({ instead: { '[Content_Types].xml': '' } }),
      'document/damaged',
    ],
    ['one with a password', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...zeros(1)]), 'document/locked'],
    ['a PDF', () => strToU8('%PDF-1.7'), 'document/not-word'],
    ['nothing', () => new Uint8Array(), 'document/not-word'],
    ['a file of somebody else’s', () => wordFile({ body: written(said('Notant')) }), 'document/not-ours'],
  ])('%s', async (_, file, code) => {
    const found = await press.run('readDocument', SOMEBODY, ground, file())
    expect(isRefusal(found) && found.refused).toBe(code)
  })

  test('one that says of itself what is not so', async () => {
    const marks = propertiesOf(marksOf(await dossierIn(chamber), DocumentAsked.parse({ format: 'docx' })))
    const saying = (mark: string, value: string) =>
      press.run('readDocument', SOMEBODY, ground, wordFile({ properties: { ...named, [mark]: value } }))
    const named = Object.fromEntries(marks.map(({ name, value }) => [name, value]))
    expect(await saying('paraph.hash', 'f'.repeat(64))).toEqual({ refused: 'document/not-ours' })
    expect(await saying('paraph.act', '999')).toEqual({ refused: 'document/not-ours' })
    expect(await saying('paraph.declaration', 'another')).toMatchObject({
      refused: 'document/other-declaration',
    })
    expect(await saying('paraph.view', 'roll')).toEqual({ refused: 'document/no-text' })
    expect(isRefusal(await saying('paraph.view', 'text'))).toBe(false)
  })
})
