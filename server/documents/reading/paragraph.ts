import type { Element } from '@xmldom/xmldom'
import { textIn } from '../../../shared/characters.ts'
import type { Oddity } from '../../../shared/found.ts'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { attributeOf, childOf, childrenOf, elementsWithin, nameOf } from './elements.ts'
import { READING } from './limits.ts'

/** Who changed something and when, as the file says: that is information, and gives nobody a right. */
export interface Hand {
  readonly author: string
  /** As it is written: Word and LibreOffice write to the second. */
  readonly at: string
}

/** Words with the same hands on them. Both: somebody brought them, and somebody struck them again. */
export interface Span {
  readonly text: string
  readonly inserted: Hand | null
  readonly deleted: Hand | null
}

export interface Paragraph {
  readonly style: string
  readonly spans: readonly Span[]
  /** Bookmarks that begin in it. */
  readonly bookmarks: readonly string[]
  /** Remarks that hang on it: on its words from one place to another, deleted words counted. */
  readonly remarked: readonly { readonly id: string; readonly from: number; readonly to: number }[]
  /** Who divided it from the next one, and who joined the two: null where nobody did. */
  readonly divided: Hand | null
  readonly joined: Hand | null
}

/** Hears of what no clause holds, with the words that stand in it. */
export type Odd = (oddity: Oddity, words?: string) => void

/** The paragraphs of a document's body, wherever they stand in it. `odd` hears of what is left out. */
export function readParagraphs(body: Element, odd: Odd): Paragraph[] | Refusal {
  const paragraphs: Paragraph[] = []
  let words = 0
  let remarks = 0
  const bookmarks: string[] = []
  for (const element of paragraphsWithin(body, bookmarks, odd)) {
    const paragraph = new Reader(odd).read(element, bookmarks.splice(0))
    const length = paragraph.spans.reduce((sum, { text }) => sum + text.length, 0)
    words += length
    remarks += paragraph.remarked.length
    paragraphs.push(paragraph)
    if (paragraphs.length > READING.paragraphs || words > READING.words || remarks > READING.remarked)
      return refuse('document/too-much')
    if (length > READING.paragraph) return refuse('document/too-much')
  }
  return paragraphs
}

/** What holds paragraphs, and is none. */
const HOLDERS = new Set([
  'sdt',
  'sdtContent',
  'tbl',
  'tr',
  'tc',
  'customXml',
  'ins',
  'del',
  'moveFrom',
  'moveTo',
])

/** `bookmarks` hears of those that begin before the next paragraph. */
function* paragraphsWithin(element: Element, bookmarks: string[], odd: Odd): Generator<Element> {
  for (const child of childrenOf(element)) {
    const name = nameOf(child)
    if (name === 'tbl') odd('table')
    if (name === 'p') yield child
    else if (name === 'bookmarkStart') bookmarks.push(attributeOf(child, 'name'))
    else if (HOLDERS.has(name)) yield* paragraphsWithin(child, bookmarks, odd)
  }
}

/** What stands among words and is kept out: no clause holds it. */
const ODDITIES: { readonly [name: string]: Oddity } = {
  drawing: 'picture',
  pict: 'picture',
  object: 'picture',
  footnoteReference: 'footnote',
  endnoteReference: 'footnote',
}

/** Signs that are written as elements. */
const SIGNS: { readonly [name: string]: string } = {
  tab: ' ',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
}

interface Hands {
  readonly inserted: Hand | null
  readonly deleted: Hand | null
}

/** One paragraph, from its first word to its last. */
class Reader {
  private readonly odd: Odd
  private readonly spans: Span[] = []
  private readonly opened = new Map<string, number>()
  private readonly closed = new Set<string>()
  private readonly remarked: { id: string; from: number; to: number }[] = []
  private length = 0

  constructor(odd: Odd) {
    this.odd = odd
  }

  read(element: Element, bookmarks: string[]): Paragraph {
    const properties = childOf(element, 'pPr')
    const style = properties && childOf(properties, 'pStyle')
    const mark = properties && childOf(properties, 'rPr')
    this.walk(element, { inserted: null, deleted: null }, bookmarks)
    for (const [id, from] of this.opened) this.remarked.push({ id, from, to: this.length })
    return {
      style: style ? attributeOf(style, 'val') : '',
      spans: this.spans,
      bookmarks,
      remarked: this.remarked,
      divided: handIn(mark, ['ins', 'moveTo']),
      joined: handIn(mark, ['del', 'moveFrom']),
    }
  }

  private walk(element: Element, hands: Hands, bookmarks: string[]): void {
    for (const child of childrenOf(element)) {
      const name = nameOf(child)
      if (name === 'r') this.run(child, hands)
      else if (name === 'ins' || name === 'moveTo')
        this.walk(child, { ...hands, inserted: handOf(child) }, bookmarks)
      else if (name === 'del' || name === 'moveFrom')
        this.walk(child, { ...hands, deleted: handOf(child) }, bookmarks)
      else if (name === 'bookmarkStart') bookmarks.push(attributeOf(child, 'name'))
      else if (name === 'commentRangeStart') this.opened.set(attributeOf(child, 'id'), this.length)
      else if (name === 'commentRangeEnd') this.close(attributeOf(child, 'id'))
      else if (name === '') this.odd('formula')
      else if (WITHIN.has(name)) this.walk(child, hands, bookmarks)
    }
  }

  private run(run: Element, hands: Hands): void {
    for (const child of childrenOf(run)) {
      const name = nameOf(child)
      const oddity = name === '' ? 'picture' : ODDITIES[name]
      if (name === 't' || name === 'delText') this.write(child.textContent ?? '', hands)
      else if (SIGNS[name] !== undefined) this.write(SIGNS[name], hands)
      else if (name === 'commentReference') this.close(attributeOf(child, 'id'))
      else if (oddity) this.odd(oddity, wordsWithin(child))
    }
  }

  private write(written: string, { inserted, deleted }: Hands): void {
    const text = textIn(written.replaceAll('\t', ' '))
    if (text === '') return
    this.length += text.length
    const last = this.spans.at(-1)
    if (last && last.inserted === inserted && last.deleted === deleted) {
      this.spans[this.spans.length - 1] = { ...last, text: last.text + text }
    } else this.spans.push({ text, inserted, deleted })
  }

  /** A remark without a range hangs where its sign stands. */
  private close(id: string): void {
    if (this.closed.has(id)) return
    this.closed.add(id)
    this.remarked.push({ id, from: this.opened.get(id) ?? this.length, to: this.length })
    this.opened.delete(id)
  }
}

/** Words in a frame, a line for each paragraph. What is drawn for older programs as well is read once. */
export function wordsWithin(element: Element): string {
  const choice = childrenOf(element).find(({ localName }) => localName === 'Choice')
  return elementsWithin(choice ?? element)
    .filter((it) => nameOf(it) === 'p')
    .map((paragraph) =>
      elementsWithin(paragraph)
        .map((it) => (nameOf(it) === 't' ? textIn((it.textContent ?? '').replaceAll('\t', ' ')) : ''))
        .join('')
        .trim(),
    )
    .filter((words) => words !== '')
    .join('\n')
}

const WITHIN = new Set(['hyperlink', 'smartTag', 'sdt', 'sdtContent', 'fldSimple', 'customXml', 'dir', 'bdo'])

const handOf = (element: Element): Hand => ({
  author: attributeOf(element, 'author'),
  at: attributeOf(element, 'date'),
})

function handIn(mark: Element | undefined, names: readonly string[]): Hand | null {
  const found = mark && childrenOf(mark).find((it) => names.includes(nameOf(it)))
  return found ? handOf(found) : null
}
