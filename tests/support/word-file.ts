import { strFromU8, strToU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate'

/** Word files by hand: as a word processor leaves them, and as somebody hostile would make them. */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export interface WordParts {
  /** Custom properties by name. */
  readonly properties?: Readonly<{ [name: string]: string }>
  /** What stands in the body, as WordprocessingML. */
  readonly body?: string
  /** Comments by id: who, when, what. */
  readonly comments?: readonly {
    readonly id: string
    readonly author: string
    readonly at: string
    readonly words: string
    /** Another that it replies to. */
    readonly answers?: string
  }[]
  /** Parts that are put in as they are, or in the place of others. */
  readonly instead?: Readonly<{ [part: string]: string | Uint8Array }>
}

/** A file with these words, packed as office programs pack it. */
export function wordFile({ properties = {}, body = '', comments = [], instead = {} }: WordParts): Uint8Array {
  const said = comments.map(
    ({ id, author, at, words }) =>
      `<w:comment w:id="${id}" w:author="${author}" w:date="${at}"><w:p w14:paraId="P${id}"><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`,
  )
  const replies = comments.map(
    ({ id, answers }) =>
      `<w15:commentEx w15:paraId="P${id}"${answers ? ` w15:paraIdParent="P${answers}"` : ''}/>`,
  )
  const named = Object.entries(properties).map(
    ([name, value], at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
  )
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${DOCUMENT_TYPE}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'docProps/custom.xml': `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${named.join('')}</Properties>`,
    'word/document.xml': documentOf(body),
    'word/comments.xml': `<w:comments ${W} ${W14}>${said.join('')}</w:comments>`,
    'word/commentsExtended.xml': `<w15:commentsEx ${W15}>${replies.join('')}</w15:commentsEx>`,
    ...instead,
  }
  const bytes = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ])
  return zipSync(Object.fromEntries(bytes) as Zippable)
}

export const documentOf = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`

const by = (author: string, at: string): string => `w:id="1" w:author="${author}" w:date="${at}"`
/** Long after anything that was said in a meeting. */
const LATER = '2026-11-26T12:00:00Z'

export const said = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
export const inserted = (words: string, author = 'Capital', at = LATER): string =>
  `<w:ins ${by(author, at)}>${said(words)}</w:ins>`
export const deleted = (words: string, author = 'Capital', at = LATER): string =>
  `<w:del ${by(author, at)}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`
/** Words that one brought and another struck. */
export const brought = (inner: string, author: string, at: string): string =>
  `<w:ins ${by(author, at)}>${inner}</w:ins>`
export const remarked = (id: string, inner: string): string =>
  `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

export interface Written {
  readonly bookmark?: string
  readonly style?: string
  /** What became of its end. */
  readonly end?: 'ins' | 'del'
  readonly author?: string
  readonly at?: string
}

/** A paragraph of these runs, with the bookmark around all of them. */
export function written(
  runs: string,
  { bookmark, style = 'Clause', end, author = 'Capital', at = LATER }: Written = {},
): string {
  const mark = end ? `<w:rPr><w:${end} ${by(author, at)}/></w:rPr>` : ''
  const [start, stop] = bookmark
    ? [`<w:bookmarkStart w:id="7" w:name="${bookmark}"/>`, '<w:bookmarkEnd w:id="7"/>']
    : ['', '']
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${mark}</w:pPr>${start}${runs}${stop}</w:p>`
}

/** A file that Word has open: somebody works in it, and saves it. */
export class OpenWordFile {
  private readonly parts: Unzipped
  private xml: string

  constructor(file: Uint8Array) {
    this.parts = unzipSync(file)
    this.xml = strFromU8(this.parts[DOCUMENT] ?? new Uint8Array())
  }

  /** Words within one run give way to others, as Word records it, or as it leaves them where it records nothing. */
  replaces(was: string, by: string, isRecorded = true): this {
    if (!this.xml.includes(was)) throw new Error(`“${was}” doesn't stand in one run`)
    const changed = `</w:t></w:r>${deleted(was)}${inserted(by)}<w:r><w:t xml:space="preserve">`
    this.xml = this.xml.replace(was, isRecorded ? changed : by)
    return this
  }

  saved = (): Uint8Array => zipSync({ ...this.parts, [DOCUMENT]: strToU8(this.xml) })
}

const DOCUMENT = 'word/document.xml'
