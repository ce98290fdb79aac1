import { useState } from 'react'
import type { FoundText } from '../../../shared/found.ts'
import { clausesIn } from '../../../shared/paragraph.ts'
import { layDeclaration } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useLanguage, useMessages } from '../../i18n.tsx'
import { idFor, punctuationOf, TEXT_LANGUAGES, type TextLanguage } from './laying.ts'
import { TextFromFile } from './TextFromFile.tsx'

export interface LayDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onLaid: () => void
}

export function LayDialog({ isOpen, onClose, onLaid }: LayDialogProps) {
  const { declarations } = useMessages()
  const { lay } = declarations
  const { language } = useLanguage()
  const { id: capacity } = useCapacity()
  const announce = useAnnounce()
  const [symbol, setSymbol] = useState('')
  const [title, setTitle] = useState('')
  const [of, setLanguageOf] = useState<TextLanguage>(language)
  const [pasted, setPasted] = useState('')
  const clauses = clausesIn(pasted)
  const tooMuch = clauses.length > 150 || clauses.some((clause) => clause.length > 5_000)
  const complete = symbol.trim() !== '' && title.trim() !== '' && clauses.length > 0 && !tooMuch
  const names = new Intl.DisplayNames(language, { type: 'language' })

  const takeOver = (found: FoundText) => {
    setTitle(found.title)
    setPasted(found.clauses.join('\n\n'))
    const known = TEXT_LANGUAGES.find((it) => it === found.language)
    if (known) setLanguageOf(known)
  }

  const perform = async () => {
    const laid = await layDeclaration(capacity, {
      id: idFor(title, of),
      symbol: symbol.trim(),
      language: of,
      title: title.trim(),
      punctuation: punctuationOf(of),
      clauses,
    })
    if (isFailure(laid)) return laid
    announce(lay.done(symbol.trim()))
    setSymbol('')
    setTitle('')
    setPasted('')
    onLaid()
    return null
  }

  return (
    <ConfirmDialog
      title={lay.title}
      size="wide"
      isOpen={isOpen}
      onClose={onClose}
      confirm={lay.confirm}
      isDisabled={!complete}
      onConfirm={perform}
    >
      <TextFromFile onFound={takeOver} />
      <div className="lay-fields">
        <TextField
          label={lay.symbol}
          hint={lay.symbolHint}
          value={symbol}
          onChange={setSymbol}
          maxLength={80}
        />
        <Select
          label={lay.language}
          value={of}
          onChange={setLanguageOf}
          options={TEXT_LANGUAGES.map((id) => ({ id, name: names.of(id) ?? id }))}
        />
      </div>
      <TextField label={lay.name} value={title} onChange={setTitle} maxLength={300} />
      <TextArea
        label={lay.text}
        hint={lay.textHint}
        error={tooMuch ? lay.tooMany : ''}
        value={pasted}
        onChange={setPasted}
        rows={6}
        serif
      />
      <section className="stack-tight">
        <h3>{clauses.length > 0 ? lay.found(clauses.length) : lay.foundNone}</h3>
        {clauses.length > 0 ? (
          <ol className="lay-preview" lang={of} dir="auto">
            {clauses.map((clause, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no other name yet
              <li key={index}>{clause}</li>
            ))}
          </ol>
        ) : null}
      </section>
    </ConfirmDialog>
  )
}
