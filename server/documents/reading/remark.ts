import type { Element } from '@xmldom/xmldom'
import { textIn } from '../../../shared/characters.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/refusal.ts'
import { attributeOf, childrenOf, elementsWithin, nameOf } from './elements.ts'
import { READING } from './limits.ts'
import { readMarkup } from './markup.ts'
import type { Hand } from './paragraph.ts'
import type { Parcel } from './parcel.ts'

/** A comment of the word processor's. */
export interface Remark extends Hand {
  readonly id: string
  readonly words: string
  /** Of the remark that it answers; null for one that begins a conversation. */
  readonly answers: string | null
}

export function readRemarks(parcel: Parcel): Remark[] | Refusal {
  const roots: Element[] = []
  for (const [name, part] of parcel) {
    if (!name.startsWith('word/comments')) continue
    const root = readMarkup(part)
    if (isRefusal(root)) return root
    roots.push(root)
  }
  const all = roots.flatMap(childrenOf)
  const remarks = all.filter((it) => nameOf(it) === 'comment')
  if (remarks.length > READING.comments) return refuse('document/too-much')
  const paragraphs = new Map(remarks.map((it) => [lastParagraphOf(it), attributeOf(it, 'id')]))
  const answered = new Map(
    all
      .filter((it) => it.localName === 'commentEx')
      .map((it) => [attributeOf(it, 'paraId'), attributeOf(it, 'paraIdParent')] as const)
      .filter(([, parent]) => parent !== '')
      .map(([paragraph, parent]) => [paragraph, paragraphs.get(parent) ?? null]),
  )
  return remarks.map((it) => ({
    id: attributeOf(it, 'id'),
    author: attributeOf(it, 'author'),
    at: attributeOf(it, 'date'),
    words: wordsOf(it),
    answers: answered.get(lastParagraphOf(it)) ?? null,
  }))
}

/** By which Word says what answers what. */
const lastParagraphOf = (comment: Element): string => {
  const last = childrenOf(comment).findLast((it) => nameOf(it) === 'p')
  return last ? attributeOf(last, 'paraId') : ''
}

/** One line for each of its paragraphs. */
const wordsOf = (comment: Element): string =>
  childrenOf(comment)
    .filter((it) => nameOf(it) === 'p')
    .map((paragraph) =>
      elementsWithin(paragraph)
        .filter((it) => nameOf(it) === 't')
        .map((it) => it.textContent ?? '')
        .join(''),
    )
    .map((line) => textIn(line.replaceAll('\t', ' ')).trim())
    .join('\n')
    .trim()
