import { isText, textIn } from '../../../shared/characters.ts'
import type { FoundText } from '../../../shared/found.ts'
import { bareClause, paragraphsIn } from '../../../shared/paragraph.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/refusal.ts'
import { readMarks } from '../docx/marks.ts'
import { STYLES } from '../docx/styles.ts'
import { readStatement } from './akn.ts'
import { type Manuscript, readManuscript } from './manuscript.ts'
import type { Paragraph } from './paragraph.ts'

/** Title and clauses of a text that somebody wrote elsewhere: in Word, in Akoma Ntoso, or as nothing but words. */
export function readText(file: Uint8Array): FoundText | Refusal {
  const plain = plainText(file)
  if (plain === null) {
    const manuscript = readManuscript(file)
    return isRefusal(manuscript) ? manuscript : inManuscript(manuscript)
  }
  if (plain.trimStart().startsWith('<')) return readStatement(file)
  return foundIn(
    paragraphsIn(textIn(plain.replaceAll('\t', ' '))).map((words) => ({ words, isTitle: false })),
  )
}

/** Null for what is no text. */
function plainText(file: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file)
    return isText(text.replace(/[\t\r]/g, ' ')) ? text : null
  } catch {
    return null
  }
}

/** As the paragraphs read with every change in them. One that we issued bears what is no clause. */
function inManuscript({ paragraphs, properties }: Manuscript): FoundText | Refusal {
  const isOurs = readMarks(properties) !== null
  const lines = paragraphs
    .filter(({ style }) => !isOurs || (style !== STYLES.subtitle && style !== STYLES.close))
    .map((paragraph) => ({ words: wordsNow(paragraph), isTitle: TITLE.test(paragraph.style) }))
  return foundIn(lines)
}

const wordsNow = ({ spans }: Paragraph): string =>
  spans
    .map(({ text, deleted }) => (deleted ? '' : text))
    .join('')
    .trim()

/** The style of a title, as Word calls it in the languages of the United Nations that it names styles in. */
const TITLE = /^(?:Document)?(?:Title|Titre|T[ií]tulo|Titel)$/i

interface Written {
  readonly words: string
  readonly isTitle: boolean
}

/** A title says so by its style; else it is what stands first and reads like one. */
function foundIn(written: readonly Written[]): FoundText | Refusal {
  const lines = written.filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
  const [first] = lines
  const titled = lines.filter(({ isTitle }) => isTitle)
  const titles =
    titled.length > 0 ? titled : first && lines.length > 1 && isLikeTitle(first.words) ? [first] : []
  const clauses = lines.filter((it) => !titles.includes(it)).map(({ words }) => bareClause(words))
  if (clauses.length === 0) return refuse('document/no-words')
  return { title: titles.map(({ words }) => words).join(' '), language: null, clauses }
}

/** Short, without a number before it or a clause's sign after it. */
const isLikeTitle = (words: string): boolean =>
  words.length <= 150 && bareClause(words) === words && !/,$/.test(words)
