import { DOMImplementation, type Document, type Element as Node, XMLSerializer } from '@xmldom/xmldom'

export const AKN = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** An element of Akoma Ntoso before it is written: a plain value, so that the makers of its parts stay functions. */
export interface Element {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly (Element | string)[]
}

/** What is undefined is left out. */
export type Attributes = Readonly<{ [name: string]: string | undefined }>
export type Content = Element | string | null | readonly Content[]

/** `null` and lists in the content are for whoever puts it together. */
export const element = (name: string, attributes: Attributes, ...content: readonly Content[]): Element => ({
  ...{ name, attributes },
  children: content.flatMap(flat),
})

const flat = (content: Content): readonly (Element | string)[] => {
  if (content === null || content === '') return []
  return typeof content === 'string' || 'name' in content ? [content] : content.flatMap(flat)
}

/** Words with the lines that somebody broke. */
export const withBreaks = (text: string): Content =>
  text.split('\n').flatMap((line, index): Content[] => (index === 0 ? [line] : [element('br', {}), line]))

/** Elements whose content is words: a space put into them would be a space of the text. */
const OF_WORDS = new Set(['p', 'num', 'block'])

/** The document in UTF-8, indented where that adds no space to any words. The same value gives the same bytes. */
export function writeAkn(content: Element): Uint8Array {
  const document = new DOMImplementation().createDocument(AKN, 'akomaNtoso', null)
  const root = document.documentElement
  if (!root) throw new Error('a document without a root')
  append(document, root, [content], '\n')
  const xml = new XMLSerializer().serializeToString(document, { requireWellFormed: true })
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)
}

/** `line`: a new line, with the indentation of the parent; null among words. */
function append(
  document: Document,
  parent: Node,
  children: readonly (Element | string)[],
  line: string | null,
): void {
  const inner = line === null ? null : `${line}  `
  for (const child of children) {
    if (inner !== null) parent.appendChild(document.createTextNode(inner))
    parent.appendChild(
      typeof child === 'string' ? document.createTextNode(writable(child)) : nodeOf(document, child, inner),
    )
  }
  if (line !== null && children.length > 0) parent.appendChild(document.createTextNode(line))
}

/** What no XML can hold: a text from before it was refused must not be lost for one character. */
const writable = (words: string): string =>
  words.replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')

function nodeOf(document: Document, { name, attributes, children }: Element, line: string | null): Node {
  const node = document.createElementNS(AKN, name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    if (key.startsWith('xml:')) node.setAttributeNS('http://www.w3.org/XML/1998/namespace', key, value)
    else node.setAttribute(key, writable(value))
  }
  append(document, node, children, OF_WORDS.has(name) ? null : line)
  return node
}
