import {
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  FileChild,
  NextAttributeComponent,
  Run,
  Tab,
  type XmlComponent,
} from 'docx'
import { directionOf } from '../../../shared/direction.ts'
import { isSame } from '../../../shared/tracked.ts'
import { type Authors, spoken } from './authors.ts'
import { bookmarkOf } from './marks.ts'
import type { Paragraph, Part } from './paragraphs.ts'
import type { Change } from './rows.ts'
import { STYLES } from './styles.ts'

/** How paragraphs become WordprocessingML (ECMA-376, part 1, 17.13.5: revisions). */
export class Body {
  private readonly authors: Authors
  private readonly isRightToLeft: boolean
  /** Of changes and bookmarks: no two have the same. */
  private lastId = 0

  constructor(authors: Authors, language: string) {
    this.authors = authors
    this.isRightToLeft = directionOf(language) === 'rtl'
  }

  /** A paragraph; where it is part of a move, with what says so before and after it. */
  write(paragraph: Paragraph): FileChild[] {
    const { kind, marks, parts, block } = paragraph
    const bookmark = ++this.lastId
    const name = bookmarkOf(block)
    const words = runsOf(parts).flatMap((run) => this.written(run, { bookmark, name }))
    const range = this.moveRange(marks, block)
    const properties = new BuilderElement({
      name: 'w:pPr',
      children: [
        valued('w:pStyle', STYLES[kind]),
        ...(marks.length > 0
          ? [
              new BuilderElement({
                name: 'w:rPr',
                children: marks.map((it, at) => this.changed(it, [], marks.slice(0, at))),
              }),
            ]
          : []),
      ],
    })
    return [
      new Element('w:p', [properties, ...(range ? [range.start] : []), ...words]),
      ...(range ? [range.end] : []),
    ]
  }

  /** Neighbours with the same changes are one change. */
  private written(
    run: readonly Part[],
    bookmark: { readonly bookmark: number; readonly name: string },
  ): XmlComponent[] {
    const [first] = run
    const written = run.flatMap((part) => this.part(part, bookmark))
    return first && 'changes' in first ? this.inside(first.changes, written) : written
  }

  private part(
    part: Part,
    { bookmark, name }: { readonly bookmark: number; readonly name: string },
  ): XmlComponent[] {
    switch (part.is) {
      case 'words':
        return [this.run(part)]
      case 'tab':
        return [new Run({ children: [new Tab()] })]
      case 'bookmark':
        return [part.edge === 'start' ? new BookmarkStart(name, bookmark) : new BookmarkEnd(bookmark)]
      case 'comment':
        return part.edge === 'start'
          ? [new CommentRangeStart(part.comment)]
          : [new CommentRangeEnd(part.comment), referring(part.comment)]
    }
  }

  private run({ text, italics, changes }: Extract<Part, { is: 'words' }>): Run {
    const isGone = changes.some(({ as }) => as === 'del')
    const lines = legible(text).split('\n')
    const children = lines.flatMap((line, at) => [
      ...(at > 0 ? [new BuilderElement({ name: 'w:br' })] : []),
      ...(line ? [new Words(isGone ? 'w:delText' : 'w:t', line)] : []),
    ])
    return new Run({
      ...(italics ? { italics: true } : {}),
      ...(this.isRightToLeft ? { rightToLeft: true } : {}),
      children,
    })
  }

  /** The first change is the outermost: what was brought, and is taken out again, stands in what brought it. */
  private inside(changes: readonly Change[], runs: readonly XmlComponent[]): XmlComponent[] {
    return changes.reduceRight<XmlComponent[]>(
      (inner, change, at) => [this.changed(change, inner, changes.slice(0, at))],
      [...runs],
    )
  }

  /**
   * LibreOffice takes words that one author brings and takes out for words that were never there, though they are of two
   * amendments: then the name says of which.
   */
  private changed(
    change: Change,
    children: readonly XmlComponent[],
    around: readonly Change[],
  ): XmlComponent {
    const { as, by } = change
    const { author, date } = this.authors.of(by)
    const isTwice = around.some((it) => this.authors.of(it.by).author === author)
    const name = isTwice && by.amendment ? `${author} (${spoken(by.amendment)})` : author
    return revision(`w:${as}`, { id: ++this.lastId, author: name, date }, children)
  }

  /** Both places of a move have one name, and Word shows them as one. */
  private moveRange(marks: readonly Change[], block: string): { start: XmlComponent; end: FileChild } | null {
    const move = marks.find(({ as }) => as === 'moveFrom' || as === 'moveTo')
    if (!move) return null
    const { author, date } = this.authors.of(move.by)
    const id = ++this.lastId
    const start = new BuilderElement({
      name: `w:${move.as}RangeStart`,
      attributes: {
        ...revised({ id, author, date }),
        name: { key: 'w:name', value: `move_${bookmarkOf(block)}` },
      },
    })
    return { start, end: new Element(`w:${move.as}RangeEnd`, [], id) }
  }
}

function runsOf(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = []
  for (const part of parts) {
    const last = runs.at(-1)
    const before = last?.[0]
    if (last && before && isOneChange(before, part)) last.push(part)
    else runs.push([part])
  }
  return runs
}

const isOneChange = (a: Part, b: Part): boolean =>
  'changes' in a &&
  'changes' in b &&
  a.changes.length === b.changes.length &&
  a.changes.every(({ as, by }, at) => {
    const other = b.changes[at]
    return other?.as === as && isSame(other.by, by)
  })

interface Revision {
  readonly id: number
  readonly author: string
  readonly date: string
}

const revised = ({ id, author, date }: Revision) => ({
  id: { key: 'w:id', value: id },
  author: { key: 'w:author', value: legible(author) },
  date: { key: 'w:date', value: date },
})

const revision = (name: string, by: Revision, children: readonly XmlComponent[]): XmlComponent =>
  new BuilderElement({ name, attributes: revised(by), children })

const valued = (name: string, value: string): XmlComponent =>
  new BuilderElement({ name, attributes: { val: { key: 'w:val', value } } })

const referring = (comment: number): Run =>
  new Run({ style: 'CommentReference', children: [new CommentReference(comment)] })

/** XML 1.0 has no place for control characters and halves of characters, whatever was pasted into a draft. */
export const legible = (text: string): string => text.replace(ILLEGIBLE, '\ufffd')

const ILLEGIBLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** Words with all their spaces. */
class Words extends BuilderElement<{ readonly space: string }> {
  constructor(name: 'w:t' | 'w:delText', words: string) {
    super({ name, attributes: { space: { key: 'xml:space', value: 'preserve' } } })
    this.root.push(words)
  }
}

/** Something that may stand in the body. */
class Element extends FileChild {
  constructor(name: string, children: readonly XmlComponent[], id?: number) {
    super(name)
    if (id !== undefined) this.root.push(new NextAttributeComponent({ id: { key: 'w:id', value: id } }))
    this.root.push(...children)
  }
}
