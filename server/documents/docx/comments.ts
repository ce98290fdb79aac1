import { type ICommentOptions, Paragraph, TextRun } from 'docx'
import { legible } from './body.ts'
import type { Anchor } from './paragraphs.ts'
import type { Remark } from './remarks.ts'

interface Numbered {
  readonly id: number
  readonly parent: number | null
  readonly remark: Pick<Remark, 'author' | 'initials' | 'date' | 'lines'>
  readonly isResolved: boolean
}

/** Remarks and their replies, each with its number and its place. */
export function numbered(remarks: readonly Remark[]): { all: Numbered[]; anchors: Anchor[] } {
  const all: Numbered[] = []
  const anchors: Anchor[] = []
  for (const remark of remarks) {
    const first = all.length
    for (const said of [remark, ...remark.replies]) {
      const id = all.length
      all.push({ id, parent: id === first ? null : first, remark: said, isResolved: remark.isResolved })
      anchors.push({ comment: id, ...remark.spot })
    }
  }
  return { all, anchors }
}

/** Replies name what they reply to in `commentsExtended.xml`; readers that don't know it show them one after the other. */
export const commentsOf = (all: readonly Numbered[]): ICommentOptions[] =>
  all.map(({ id, parent, remark, isResolved }) => ({
    ...{ id, author: legible(remark.author), initials: remark.initials, date: new Date(remark.date) },
    children: remark.lines.map((line) => new Paragraph({ children: [new TextRun(legible(line))] })),
    ...(parent === null ? {} : { parentId: parent }),
    ...(isResolved ? { resolved: true } : {}),
  }))
