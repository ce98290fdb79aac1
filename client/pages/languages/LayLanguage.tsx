import { useMemo, useState } from 'react'
import { type FrozenWords, wordsIn } from '../../../shared/frozen-words.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { getLanguage, getVersion } from '../../api/api.ts'
import { useAsk } from '../../api/useAsk.ts'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useLanguage, useMessages } from '../../i18n.tsx'
import { useLanguageName } from '../../useLanguageName.ts'
import { punctuationOf, TEXT_LANGUAGES, type TextLanguage } from '../declarations/laying.ts'
import { TextFromFile } from '../declarations/TextFromFile.tsx'
import { useDesk } from '../desk/useDesk.ts'
import { ClauseFields } from './ClauseFields.tsx'
import { areComplete, fitted, NO_WORDS, type Rendering } from './rendering.ts'
import { WordsOfAnother } from './WordsOfAnother.tsx'

export interface LayLanguageProps {
  readonly version: VersionHead
  readonly onClose: () => void
}

/** Each clause of the final text beside a field for its words in another language. */
export function LayLanguage({ version, onClose }: LayLanguageProps) {
  const { opening } = useMessages()
  const { view, capacity, perform } = useDesk()
  const { language: own } = useLanguage()
  const nameOf = useLanguageName()
  const { declaration, languages = {} } = view.record
  const others = TEXT_LANGUAGES.filter((it) => it !== declaration.language)
  const [of, setLanguage] = useState<TextLanguage>(others.find((it) => it === own) ?? others[0] ?? 'en')
  const [written, setWritten] = useState<{ readonly [language: string]: Rendering }>({})
  const [found, setFound] = useState<number | null>(null)
  const authentic = useAsk(version.hash, () => getVersion(declaration.id, capacity, version.number))
  const laid = useAsk(languages[of]?.words ?? null, () => getLanguage(declaration.id, capacity, of))
  const text = useMemo(
    () => (authentic.asked.is === 'ready' ? wordsIn(authentic.asked.value.words) : null),
    [authentic.asked],
  )
  const before = useMemo(
    () => (laid.asked.is === 'ready' ? renderingOf(wordsIn(laid.asked.value.words)) : NO_WORDS),
    [laid.asked],
  )
  const rendering = written[of] ?? before
  const write = (next: Rendering) => setWritten({ ...written, [of]: next })
  const count = text?.blocks.filter(({ kind }) => kind === 'clause').length ?? 0
  const take = ({ title, clauses }: Rendering) => {
    setFound(clauses.length === count ? null : clauses.length)
    write({ title, clauses: fitted(clauses, count) })
  }
  const lay = () =>
    perform(
      {
        do: 'language.lay',
        hash: version.hash,
        language: of,
        punctuation: punctuationOf(of),
        title: rendering.title,
        clauses: [...rendering.clauses],
      },
      opening.languages.done(nameOf(of)),
    )
  return (
    <ConfirmDialog
      title={opening.languages.lay}
      size="wide"
      isOpen
      onClose={onClose}
      confirm={languages[of] ? opening.languages.correct(nameOf(of)) : opening.languages.confirm(nameOf(of))}
      isDisabled={!areComplete(rendering, count)}
      onConfirm={lay}
    >
      <p className="muted small">{opening.languages.lead(version.symbol)}</p>
      <Select
        label={opening.languages.language}
        value={of}
        onChange={setLanguage}
        options={others.map((id) => ({ id, name: nameOf(id) }))}
      />
      <TextFromFile onFound={take} />
      <WordsOfAnother language={of} count={count} onFound={take} />
      {found === null ? null : (
        <p className="told" role="status">
          {opening.languages.clauses(found, count)}
        </p>
      )}
      {authentic.asked.is === 'failed' ? (
        <Problem failure={authentic.asked.failure} onRetry={authentic.reload} />
      ) : text === null ? (
        <Spinner />
      ) : (
        <ClauseFields text={text} language={of} value={rendering} onChange={write} />
      )}
    </ConfirmDialog>
  )
}

const renderingOf = ({ blocks }: FrozenWords): Rendering => ({
  title: blocks.find(({ kind }) => kind === 'title')?.text ?? '',
  clauses: blocks.flatMap(({ kind, text }) => (kind === 'clause' ? [text] : [])),
})
