/** A text as it is taken along: into a message as plain text, into a word processor with its looks. */

export interface CopiedBlock {
  readonly kind: 'title' | 'clause'
  readonly label: string
  readonly spans: readonly CopiedSpan[]
}

export interface CopiedSpan {
  readonly text: string
  readonly look: 'plain' | 'opening' | 'inserted' | 'deleted' | 'proposed'
}

/** Deleted words are left out: plain text has no way to strike. */
export function copiedPlain(blocks: readonly CopiedBlock[]): string {
  const lines = blocks.map(({ kind, label, spans }) => {
    const words = spans.filter(({ look }) => look !== 'deleted').map(({ text }) => text)
    const line = tidied(words.join(''))
    return kind === 'title' ? `${line}\n` : `${label ? `${label}. ` : ''}${line}`
  })
  return `${lines.join('\n')}\n`
}

/** For a word processor: looks as tags that all of them know. */
export function copiedRich(blocks: readonly CopiedBlock[], language: string): string {
  const body = blocks.map(({ kind, label, spans }) => {
    const words = spans.map(richSpan).join('')
    return kind === 'title' ? `<h1>${words}</h1>` : `<p>${label ? `${escaped(label)}. ` : ''}${words}</p>`
  })
  return `<div lang="${escaped(language)}">${body.join('')}</div>`
}

function richSpan({ text, look }: CopiedSpan): string {
  const words = escaped(text)
  if (look === 'opening') return `<em>${words}</em>`
  if (look === 'inserted') return `<u>${words}</u>`
  if (look === 'deleted') return `<s>${words}</s>`
  return look === 'proposed' ? `<strong>${words}</strong>` : words
}

/** Brackets that stand among words bring their own spaces. */
const tidied = (line: string): string =>
  line
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([,.])/g, '$1')
    .trim()

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
