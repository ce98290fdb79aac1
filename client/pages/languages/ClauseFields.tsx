import type { FrozenWords } from '../../../shared/frozen-words.ts'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { directionOf, useMessages } from '../../i18n.tsx'
import { useLanguageName } from '../../useLanguageName.ts'
import { type Rendering, withClause } from './rendering.ts'

export interface ClauseFieldsProps {
  readonly text: FrozenWords
  readonly language: string
  readonly value: Rendering
  readonly onChange: (value: Rendering) => void
}

/** The authentic words on one side, the field for theirs on the other. */
export function ClauseFields({ text, language, value, onChange }: ClauseFieldsProps) {
  const { common, opening } = useMessages()
  const nameOf = useLanguageName()
  const count = text.blocks.filter(({ kind }) => kind === 'clause').length
  const words = (clause: string) => opening.languages.words(clause, nameOf(language))
  const clauses = text.blocks.filter(({ kind }) => kind === 'clause')
  return (
    <ol className="clause-fields">
      {text.blocks.map((block) => {
        const place = clauses.indexOf(block)
        const name = place < 0 ? common.title : common.clause(block.label)
        return (
          <li key={`${block.kind} ${block.label}`} className="clause-field">
            <p className="clause-authentic" lang={text.language} dir={directionOf(text.language)}>
              {block.label ? <span className="muted numeric">{block.label}. </span> : null}
              {block.text}
            </p>
            <TextArea
              serif
              language={language}
              rows={place < 0 ? 1 : 4}
              label={words(name)}
              maxLength={place < 0 ? 300 : 5_000}
              value={place < 0 ? value.title : (value.clauses[place] ?? '')}
              onChange={(said) =>
                onChange(place < 0 ? { ...value, title: said } : withClause(value, place, said, count))
              }
            />
          </li>
        )
      })}
    </ol>
  )
}
