import type { Element } from '@xmldom/xmldom'

/** The namespaces of WordprocessingML: of ECMA-376's transitional form, and of its strict one. */
const WORDS = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]

/** Its child elements, in order. */
export function childrenOf(element: Element): Element[] {
  const children: Element[] = []
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) children.push(node as Element)
  }
  return children
}

/** What the element is called in WordprocessingML; an empty string for one of another vocabulary. */
export const nameOf = ({ namespaceURI, localName }: Element): string =>
  WORDS.includes(namespaceURI ?? '') ? (localName ?? '') : ''

export const childOf = (element: Element, name: string): Element | undefined =>
  childrenOf(element).find((it) => nameOf(it) === name)

/** The attribute, whatever prefix it has; empty where there is none. */
export function attributeOf(element: Element, name: string): string {
  for (let at = 0; at < element.attributes.length; at++) {
    const attribute = element.attributes.item(at)
    if (attribute?.localName === name || attribute?.name === name) return attribute.value
  }
  return ''
}

/** Every element within it, at any depth, in the order of the file. */
export function elementsWithin(element: Element): Element[] {
  const all: Element[] = []
  const waiting = childrenOf(element).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    all.push(next)
    waiting.push(...childrenOf(next).reverse())
  }
  return all
}
