import type { Element } from '@xmldom/xmldom'
import { textIn } from '../../../shared/characters.ts'
import type { Oddity } from '../../../shared/found.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/refusal.ts'
import { attributeOf, childOf, childrenOf, elementsWithin, nameOf } from './elements.ts'
import { READING } from './limits.ts'
import { readMarkup } from './markup.ts'
import { type Paragraph, readParagraphs, wordsWithin } from './paragraph.ts'
import { openParcel, type Parcel } from './parcel.ts'
import { type Remark, readRemarks } from './remark.ts'

/** A Word file as it is read: words, who changed them, and what was noted beside them. Nothing of its looks. */
export interface Manuscript {
  /** Custom properties by name. */
  readonly properties: ReadonlyMap<string, string>
  readonly paragraphs: readonly Paragraph[]
  readonly remarks: readonly Remark[]
  /** What stands in it and can't be taken over, with how many there are. */
  readonly oddities: ReadonlyMap<Oddity, number>
  /** Words that somebody wrote where no clause stands: in notes, frames, and at the head and foot of pages. */
  readonly beside: readonly string[]
}

export function readManuscript(file: Uint8Array): Manuscript | Refusal {
  const parcel = openParcel(file, isRead)
  if (isRefusal(parcel)) return parcel
  if (tagsIn(parcel) > READING.tags) return refuse('document/too-much')
  const macros = macrosIn(parcel)
  if (macros) return macros
  const body = bodyOf(parcel)
  if (isRefusal(body)) return body
  const oddities = new Map<Oddity, number>()
  const inFrames: string[] = []
  const paragraphs = readParagraphs(body, (oddity, words) => {
    oddities.set(oddity, (oddities.get(oddity) ?? 0) + 1)
    if (words) inFrames.push(words)
  })
  if (isRefusal(paragraphs)) return paragraphs
  const beside = wordsBeside(parcel)
  if (isRefusal(beside)) return beside
  if ([...inFrames, ...beside].join('').length > READING.words) return refuse('document/too-much')
  const remarks = readRemarks(parcel)
  if (isRefusal(remarks)) return remarks
  const properties = propertiesIn(parcel)
  return isRefusal(properties)
    ? properties
    : { properties, paragraphs, remarks, oddities, beside: [...inFrames, ...beside] }
}

const TYPES = '[Content_Types].xml'
const PROPERTIES = 'docProps/custom.xml'
/** Word on the web calls it `document2.xml`. */
const DOCUMENT = /^word\/document\d*\.xml$/

const NOTES = /^word\/(?:footnotes|endnotes)\d*\.xml$/
const MARGINS = /^word\/(?:header|footer)\d*\.xml$/

const isRead = (part: string): boolean =>
  part === TYPES ||
  part === PROPERTIES ||
  DOCUMENT.test(part) ||
  /^word\/comments(?:Extended)?\.xml$/.test(part) ||
  NOTES.test(part) ||
  MARGINS.test(part)

/** As far as bytes tell, before a tree is made of any. */
function tagsIn(parcel: Parcel): number {
  let tags = 0
  for (const part of parcel.values()) {
    for (let at = part.indexOf(TAG); at >= 0; at = part.indexOf(TAG, at + 1)) tags++
  }
  return tags
}

const TAG = '<'.charCodeAt(0)

/** A document that may run programs says so in its type, whatever the parts are called. */
function macrosIn(parcel: Parcel): Refusal | null {
  const part = parcel.get(TYPES)
  if (!part) return refuse('document/not-word')
  const types = readMarkup(part)
  if (isRefusal(types)) return types
  const enabled = elementsWithin(types).some((it) =>
    /macroEnabled|vbaProject/i.test(attributeOf(it, 'ContentType')),
  )
  return enabled ? refuse('document/macros') : null
}

function bodyOf(parcel: Parcel): Element | Refusal {
  const [name] = [...parcel.keys()].filter((part) => DOCUMENT.test(part))
  const part = parcel.get(name ?? '')
  if (!part) return refuse('document/not-word')
  const root = readMarkup(part)
  if (isRefusal(root)) return root
  return childOf(root, 'body') ?? refuse('document/damaged')
}

/** All that notes say, since none was issued; of the head and the foot of pages what was recorded as new. */
function wordsBeside(parcel: Parcel): string[] | Refusal {
  const beside = new Set<string>()
  for (const [name, part] of parcel) {
    if (!NOTES.test(name) && !MARGINS.test(name)) continue
    const root = readMarkup(part)
    if (isRefusal(root)) return root
    const written = NOTES.test(name)
      ? childrenOf(root).map(wordsWithin)
      : elementsWithin(root)
          .filter((it) => nameOf(it) === 'ins')
          .map((it) => textIn(it.textContent ?? '').trim())
    for (const words of written) if (words !== '') beside.add(words)
  }
  return [...beside]
}

function propertiesIn(parcel: Parcel): Map<string, string> | Refusal {
  const part = parcel.get(PROPERTIES)
  const root = part && readMarkup(part)
  if (!root) return new Map()
  if (isRefusal(root)) return root
  const named = elementsWithin(root).filter((it) => it.localName === 'property')
  return new Map(
    named.slice(0, READING.comments).map((it) => [attributeOf(it, 'name'), it.textContent?.trim() ?? '']),
  )
}
