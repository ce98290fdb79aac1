import type { TextAnswer, TextBlock, TextSpan } from '../../shared/api.ts'
import { directionOf } from '../../shared/direction.ts'
import { numbered } from '../../shared/projection.ts'
import { escaped } from '../documents/escaped.ts'
import { plainLines } from '../documents/txt.ts'

/** The title, an empty line, and each clause on a line of its own. */
export const plainOf = ({ blocks }: TextAnswer): string => plainLines(blocks)

/** A page that stands alone. As amended, it shows what would come in and what would go. */
export function htmlOf(answer: TextAnswer, language: string): string {
  const { symbol, blocks } = answer
  const title = blocks.find(({ kind }) => kind === 'title')?.plain ?? symbol
  const direction = directionOf(language)
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
</head>
<body>
<p>${escaped(symbol)}</p>
${blocks
  .filter((block) => hasWords(block) || answer.view === 'amended')
  .map((block) => htmlOfBlock(block, answer.view))
  .join('\n')}
</body>
</html>
`
}

const hasWords = ({ plain }: TextBlock): boolean => plain !== ''

function htmlOfBlock({ kind, label, end, spans, plain }: TextBlock, view: TextAnswer['view']): string {
  const words = view === 'amended' ? spans.map(htmlOfSpan).join('') + escaped(end) : escaped(plain)
  return kind === 'title' ? `<h1>${words}</h1>` : `<p>${numbered(escaped(label), words)}</p>`
}

function htmlOfSpan({ op, text, amendment }: TextSpan): string {
  const by = amendment === null ? '' : ` title="${escaped(amendment)}"`
  if (op === 'inserted') return `<ins${by}>${escaped(text)}</ins>`
  return op === 'deleted' ? `<del${by}>${escaped(text)}</del>` : escaped(text)
}
