import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programOf } from './programs.ts'

type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }
type Dictionary = Readonly<{ [key: string]: Value }>
interface Stored {
  readonly value?: Value
  readonly stream?: { readonly dict: Dictionary; readonly data: string }
}

/**
 * What qpdf shows to be wrong with the tags of a PDF; empty where nothing is. It looks at what a program can judge of
 * PDF/UA-1 (ISO 14289-1, as the Matterhorn Protocol lists it): that the file says that it is tagged, its language and its
 * title; that nothing is painted outside of marks, and every mark stands in the tree of tags once; that figures and links
 * are described, table heads have a scope, and typefaces are within, with the letters that they stand for.
 */
export function tagFaultsOf(bytes: Uint8Array): string[] {
  const file = new Opened(bytes)
  return [...file.faultsOfDocument(), ...file.faultsOfPages(), ...file.faultsOfObjects()]
}

const REFERENCE = /^\d+ \d+ R$/
const PAINTS = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'S', 's', 'b', 'b*', 'Do', 'sh'])

class Opened {
  private readonly objects: Readonly<{ [name: string]: Stored }>
  private readonly root: Dictionary
  /** The marks in the tree of tags, by page. */
  private readonly tagged = new Map<Value, number[]>()
  private readonly faults: string[] = []

  constructor(bytes: Uint8Array) {
    this.objects = objectsOf(bytes)
    const trailer = this.objects['trailer']?.value as Dictionary
    this.root = this.dictionary(trailer['/Root'])
    this.walk(this.dictionary(this.root['/StructTreeRoot'])['/K'] ?? null, null)
  }

  faultsOfDocument(): string[] {
    const metadata = this.data(this.root['/Metadata'] ?? null)
    return named({
      'is not marked': this.dictionary(this.root['/MarkInfo'])['/Marked'] === true,
      'has no language': typeof this.root['/Lang'] === 'string',
      'shows no title': this.dictionary(this.root['/ViewerPreferences'])['/DisplayDocTitle'] === true,
      'is not called PDF/UA-1': /pdfuaid:part[>="\s]*1/.test(metadata),
      'has no title': metadata.includes('dc:title'),
    })
  }

  faultsOfPages(): string[] {
    return this.pages(this.root['/Pages'] ?? null).flatMap((page) => {
      const { '/Contents': contents = null, '/Annots': annotations, '/Tabs': tabs } = this.dictionary(page)
      const painted = (Array.isArray(contents) ? contents : [contents]).map((it) => this.data(it)).join('\n')
      const { marks, loose } = marksIn(painted)
      const inTree = [...(this.tagged.get(page) ?? [])].sort((a, b) => a - b)
      return named({
        [`paints ${loose} times outside of marks`]: loose === 0,
        'has marks that are not in the tree, or twice': marks.sort((a, b) => a - b).join() === inTree.join(),
        'has links in no order': annotations === undefined || tabs === '/S',
      })
    })
  }

  faultsOfObjects(): string[] {
    const all = Object.values(this.objects).map(({ value }) => (isDictionary(value) ? value : {}))
    const of = (type: string, is: string) => all.filter((it) => it[type] === is)
    return [
      ...this.faults,
      ...named({
        'has a typeface that is not within': of('/Type', '/FontDescriptor').every((it) =>
          ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => key in it),
        ),
        'has letters without a meaning': of('/Subtype', '/Type0').every((it) => '/ToUnicode' in it),
        'has a link without a name': of('/Subtype', '/Link').every((it) => '/Contents' in it),
      }),
    ]
  }

  private walk(tag: Value, page: Value): void {
    const node = this.value(tag)
    if (Array.isArray(node)) {
      for (const it of node as readonly Value[]) this.walk(it, page)
    } else if (typeof node === 'number') this.found(page, node)
    else if (isDictionary(node)) this.walkIn(node, node['/Pg'] ?? page)
  }

  private walkIn(tag: Dictionary, page: Value): void {
    const { '/S': is, '/MCID': mark, '/K': within } = tag
    if (typeof mark === 'number') this.found(page, mark)
    if (is === '/Figure' && !('/Alt' in tag)) this.faults.push('has a figure without words')
    if (is === '/TH' && !('/A' in tag)) this.faults.push('has a head of a table without a scope')
    if (within !== undefined) this.walk(within, page)
  }

  private found(page: Value, mark: number): void {
    this.tagged.set(page, [...(this.tagged.get(page) ?? []), mark])
  }

  private pages(node: Value): Value[] {
    const { '/Type': type, '/Kids': kids } = this.dictionary(node)
    return type === '/Pages' ? (kids as readonly Value[]).flatMap((it) => this.pages(it)) : [node]
  }

  private value(of: Value): Value {
    const stored = typeof of === 'string' && REFERENCE.test(of) ? this.objects[`obj:${of}`] : undefined
    return stored ? (stored.value ?? stored.stream?.dict ?? null) : of
  }

  private dictionary(of: Value | undefined): Dictionary {
    const value = this.value(of ?? null)
    return isDictionary(value) ? value : {}
  }

  private data = (of: Value): string =>
    Buffer.from(this.objects[`obj:${String(of)}`]?.stream?.data ?? '', 'base64').toString('latin1')
}

const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What does not hold. */
const named = (facts: Readonly<{ [fault: string]: boolean }>): string[] =>
  Object.keys(facts).filter((fault) => !facts[fault])

/** The marks of a page as it is painted, and how often it paints outside of all. */
function marksIn(painted: string): { readonly marks: number[]; readonly loose: number } {
  const bare = painted.replace(/\((?:\\.|[^()\\])*\)/gs, '()').replace(/<[0-9A-Fa-f\s]*>(?!>)/g, '()')
  const words = bare.match(/\/[^\s/<>[\]()]+|<<|>>|[^\s<>[\]()/]+/g) ?? []
  const marks: number[] = []
  let [depth, loose] = [0, 0]
  for (const [at, word] of words.entries()) {
    if (word === 'BDC' || word === 'BMC') depth++
    else if (word === 'EMC') depth--
    else if (word === '/MCID') marks.push(Number(words[at + 1]))
    else if (PAINTS.has(word) && depth === 0) loose++
  }
  return { marks, loose }
}

function objectsOf(bytes: Uint8Array): Readonly<{ [name: string]: Stored }> {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-pdf-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, bytes)
    const asked = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', file]
    const { stdout, stderr } = spawnSync(programOf('qpdf'), asked, {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    })
    if (stderr !== '') throw new Error(stderr)
    return (JSON.parse(stdout) as { qpdf: [unknown, { [name: string]: Stored }] }).qpdf[1]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
