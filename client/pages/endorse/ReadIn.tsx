import { Segments } from '../../design/plain/Segments.tsx'
import { useMessages } from '../../i18n.tsx'
import { useLanguageName } from '../../useLanguageName.ts'
import './ReadIn.css'

export interface ReadInProps {
  /** Those in which the text was laid beside the authentic one; where there are none, there is nothing to choose. */
  readonly laid: readonly string[]
  readonly authentic: string
  readonly language: string
  readonly onChange: (language: string) => void
}

/** In which language the text stands there, and which one is signed. */
export function ReadIn({ laid, authentic, language, onChange }: ReadInProps) {
  const { endorse } = useMessages()
  const nameOf = useLanguageName()
  if (laid.length === 0) return null
  const { label, isAuthentic, own, other } = endorse.reading
  const choices = [authentic, ...laid].map((id) => ({
    id,
    name: id === authentic ? `${nameIn(id)} (${isAuthentic})` : nameIn(id),
    // The word beside it is of the page's language.
    ...(id === authentic ? {} : { language: id }),
  }))
  return (
    <div className="read-in">
      <Segments label={label} choices={choices} value={language} onChange={onChange} />
      <p className="muted small" role="status">
        {language === authentic ? own(nameOf(authentic)) : other(nameOf(language), nameOf(authentic))}
      </p>
    </div>
  )
}

/** A language by its own name, as it begins a line: whoever reads it finds it. */
function nameIn(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
