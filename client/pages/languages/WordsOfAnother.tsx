import { useState } from 'react'
import type { DeclarationSummary, TextAnswer } from '../../../shared/api.ts'
import { getDeclarations, getText } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { useAsk } from '../../api/useAsk.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from '../desk/useDesk.ts'
import type { Rendering } from './rendering.ts'

export interface WordsOfAnotherProps {
  readonly language: string
  readonly count: number
  readonly onFound: (found: Rendering) => void
}

/** The meeting may have the same text before it in that language: its words are a beginning. */
export function WordsOfAnother({ language, count, onFound }: WordsOfAnotherProps) {
  const { opening } = useMessages()
  const { capacity, view } = useDesk()
  const [failure, setFailure] = useState<Failure | null>(null)
  const { asked } = useAsk(capacity, () => getDeclarations(capacity))
  const isAlike = (it: DeclarationSummary) =>
    it.language === language && it.clauses === count && it.id !== view.record.declaration.id
  const found = asked.is === 'ready' ? asked.value.filter(isAlike) : []
  const take = async (declaration: DeclarationSummary) => {
    const answer = await getText(declaration.id, capacity, 'clean')
    setFailure(isFailure(answer) ? answer : null)
    if (!isFailure(answer)) onFound(wordsOf(answer))
  }
  if (found.length === 0) return null
  return (
    <div className="row">
      {found.map((it) => (
        <Button key={it.id} size="small" onPress={() => take(it)}>
          {opening.languages.take(it.symbol)}
        </Button>
      ))}
      <span className="muted small">{opening.languages.takeHint}</span>
      {failure ? <Problem failure={failure} /> : null}
    </div>
  )
}

function wordsOf({ blocks }: TextAnswer): Rendering {
  const said = (of: 'title' | 'clause') =>
    blocks
      .filter(({ kind }) => kind === of)
      .map(({ spans }) => spans.map(({ text }) => text).join(''))
      .filter((words) => words !== '')
  return { title: said('title').join(' '), clauses: said('clause') }
}
