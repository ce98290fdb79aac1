import { DOMParser, type Element } from '@xmldom/xmldom'
import { type Refusal, refuse } from '../../../shared/refusal.ts'
import { READING } from './limits.ts'

/**
 * The root element of a part. Nothing in it can reach out or grow: a part with a document type, and so with entities, is
 * refused unread, and one that is too deep or has too many tags before a tree is made of it.
 */
export function readMarkup(part: Uint8Array): Element | Refusal {
  const text = decoded(part)
  if (text === null) return refuse('document/damaged')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refuse('document/unsafe')
  if (isTooMuch(text)) return refuse('document/too-much')
  try {
    const root = new DOMParser({ onError: complain }).parseFromString(text, 'text/xml').documentElement
    return root ?? refuse('document/damaged')
  } catch {
    return refuse('document/damaged')
  }
}

/** Office programs write UTF-8; in another encoding a document type could hide. */
function decoded(part: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part)
  } catch {
    return null
  }
}

function complain(level: string, message: string): void {
  if (level !== 'warning') throw new Error(message)
}

/** Counts tags as they are written; in a comment they count too, which harms no file of an office program. */
function isTooMuch(text: string): boolean {
  let tags = 0
  let depth = 0
  let following: number
  for (let at = text.indexOf('<'); at >= 0; at = following) {
    following = text.indexOf('<', at + 1)
    if (++tags > READING.tags) return true
    const next = text[at + 1]
    if (next === '/') depth--
    else if (next !== '!' && next !== '?') {
      // No further than a tag may go: a search that finds no end costs as much as it is long.
      const tag = TAG.exec(text.slice(at, at + READING.tag))?.[0] ?? ''
      if (tag === '' && (following < 0 ? text.length : following) - at > READING.tag) return true
      if (!tag.endsWith('/>') && ++depth > READING.depth) return true
    }
  }
  return false
}

/** With its attributes, whose values may hold what looks like an end, and nothing that looks like a beginning. */
const TAG = /^<(?:"[^"<]*"|'[^'<]*'|[^"'<>])*>/
