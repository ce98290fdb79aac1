import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

/** What a word processor makes of tracked changes (ECMA-376, part 1, 17.13.5), told by a reader of our own. */
export interface Opened {
  readonly document: Document
  /** The paragraphs that have words, once every change is accepted, or every change is rejected. */
  paragraphs(decided: 'accepted' | 'rejected'): string[]
  /** Every change, with what it stands in, from the outside in. */
  readonly changes: readonly Changed[]
  part(path: string): string
}

export interface Changed {
  readonly as: string
  readonly id: string
  readonly author: string
  readonly date: string
  readonly within: readonly string[]
}

const CHANGES = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']
const LEFT_OUT = { accepted: ['w:del', 'w:moveFrom'], rejected: ['w:ins', 'w:moveTo'] } as const

export function openWord(bytes: Uint8Array): Opened {
  const parts = unzipSync(bytes)
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const document = new DOMParser().parseFromString(part('word/document.xml'), 'text/xml')
  return {
    document,
    part,
    paragraphs: (decided) => paragraphsOf(document, LEFT_OUT[decided]),
    changes: CHANGES.flatMap((name) => elements(document, name)).map((it) => ({
      as: it.nodeName,
      id: it.getAttribute('w:id') ?? '',
      author: it.getAttribute('w:author') ?? '',
      date: it.getAttribute('w:date') ?? '',
      within: above(it).filter((name) => CHANGES.includes(name)),
    })),
  }
}

export const elements = (of: Document | Element, name: string): Element[] => [
  ...of.getElementsByTagName(name),
]

function paragraphsOf(document: Document, leftOut: readonly string[]): string[] {
  const paragraphs: string[] = []
  let open = ''
  for (const paragraph of elements(document, 'w:p')) {
    open += wordsOf(paragraph, leftOut)
    const mark = elements(paragraph, 'w:rPr').find((it) => it.parentNode?.nodeName === 'w:pPr')
    // A paragraph whose end goes is one with the next.
    if (mark && leftOut.some((name) => elements(mark, name).length > 0)) continue
    paragraphs.push(open)
    open = ''
  }
  return [...paragraphs, open].filter((words) => words !== '')
}

function wordsOf(node: Node, leftOut: readonly string[]): string {
  if (leftOut.includes(node.nodeName) || node.nodeName === 'w:pPr') return ''
  if (node.nodeName === 'w:t' || node.nodeName === 'w:delText') return node.textContent ?? ''
  if (node.nodeName === 'w:tab') return '\t'
  if (node.nodeName === 'w:br') return '\n'
  return [...node.childNodes].map((child) => wordsOf(child, leftOut)).join('')
}

function above(node: Node): string[] {
  const names: string[] = []
  for (let it = node.parentNode; it; it = it.parentNode) names.unshift(it.nodeName)
  return names
}
