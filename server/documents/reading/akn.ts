import type { Element, Node } from '@xmldom/xmldom'
import type { FoundText } from '../../../shared/found.ts'
import { bareClause } from '../../../shared/paragraph.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/refusal.ts'
import { attributeOf, childrenOf, elementsWithin } from './elements.ts'
import { readMarkup } from './markup.ts'

/** Any document of the standard that has a body of text: one that we wrote, or one of a parliament's. */
export function readStatement(file: Uint8Array): FoundText | Refusal {
  const root = readMarkup(file)
  if (isRefusal(root)) return root
  const document = root.localName === 'akomaNtoso' && isAkn(root) ? childrenOf(root)[0] : undefined
  const parts = document ? childrenOf(document) : []
  const body = parts.filter((it) => isOneOf(BODIES, it))
  if (body.length === 0) return refuse('document/not-akn')
  const clauses = body
    .flatMap(unitsIn)
    .map((unit) => bareClause(linesIn(unit).join('\n')))
    .filter((clause) => clause !== '')
  return clauses.length === 0
    ? refuse('document/not-akn')
    : { title: titleIn(parts), language: languageIn(document), clauses }
}

/** The standard's namespace, and those of its drafts, which are still in use. */
const isAkn = ({ namespaceURI }: Element): boolean =>
  /^http:\/\/(?:docs\.oasis-open\.org\/legaldocml\/ns\/akn\/3\.0|www\.akomantoso\.org\/)/.test(
    namespaceURI ?? '',
  )

const BODIES = new Set(['preamble', 'mainBody', 'body'])
/** One clause each, with all that is within them. */
const UNITS = new Set(['recital', 'citation', 'paragraph', 'clause', 'article', 'rule'])
const BLOCKS = new Set(['p', 'block', 'heading', 'subheading', 'listIntroduction', 'listWrapUp'])
/** What is no part of the words, or was taken out of them. */
const BESIDE = new Set(['authorialNote', 'del', 'componentRef', 'remark'])

const isOneOf = (names: ReadonlySet<string>, { localName }: Element): boolean => names.has(localName ?? '')

/** The elements that become clauses, in the order of the file. */
function unitsIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (isOneOf(UNITS, child) || (isOneOf(BLOCKS, child) && child.localName !== 'heading')) return [child]
    return unitsIn(child)
  })
}

/** The lines of a clause: of what is numbered within it, each with its number. */
function linesIn(unit: Element): string[] {
  if (isOneOf(BLOCKS, unit)) return [wordsIn(unit)]
  return childrenOf(unit).flatMap((child) => (child.localName === 'num' ? [] : numberedLines(child)))
}

function numberedLines(element: Element): string[] {
  if (isOneOf(BESIDE, element)) return []
  if (isOneOf(BLOCKS, element)) return [wordsIn(element)]
  const children = childrenOf(element)
  const number = children.find(({ localName }) => localName === 'num')
  const [first = '', ...rest] = children.filter((it) => it !== number).flatMap(numberedLines)
  return number && first
    ? [`${wordsIn(number)} ${first}`, ...rest]
    : [first, ...rest].filter((it) => it !== '')
}

/** Spaces and new lines of the file are one space; a line that was broken on purpose stays so. */
const wordsIn = (element: Element): string =>
  said(element)
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()

function said(element: Element): string {
  let words = ''
  for (let node: Node | null = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
      words += (node.nodeValue ?? '').replaceAll(/\s+/g, ' ')
    } else if (node.nodeType === node.ELEMENT_NODE) words += saidBy(node as Element)
  }
  return words
}

function saidBy(element: Element): string {
  if (element.localName === 'br' || element.localName === 'eol') return '\n'
  const isPunctuation = element.localName === 'inline' && attributeOf(element, 'name') === 'punctuation'
  return isPunctuation || isOneOf(BESIDE, element) ? '' : said(element)
}

function titleIn(parts: readonly Element[]): string {
  const before = parts.filter(({ localName }) => localName === 'coverPage' || localName === 'preface')
  const all = before.flatMap((part) => [part, ...elementsWithin(part)])
  const named = ['docTitle', 'shortTitle', 'longTitle'].flatMap(
    (name) => all.find(({ localName }) => localName === name) ?? [],
  )[0]
  return named ? wordsIn(named).replaceAll('\n', ' ') : ''
}

function languageIn(document: Element | undefined): string | null {
  const all = document ? elementsWithin(document) : []
  const said = all.find(({ localName }) => localName === 'FRBRlanguage')
  const code = said ? attributeOf(said, 'language').toLowerCase() : ''
  return TWO_LETTERS[code] ?? (/^[a-z]{2}$/.test(code) ? code : null)
}

/** Of ISO 639-2, for the languages of the United Nations. */
const TWO_LETTERS: Readonly<{ [language: string]: string }> = {
  ...{ ara: 'ar', eng: 'en', spa: 'es', fra: 'fr', fre: 'fr', rus: 'ru', zho: 'zh', chi: 'zh' },
}
