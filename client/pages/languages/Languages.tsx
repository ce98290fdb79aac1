import { useState } from 'react'
import { languagesOf } from '../../../shared/language-version.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useLanguageName } from '../../useLanguageName.ts'
import { useDesk } from '../desk/useDesk.ts'
import { LayLanguage } from './LayLanguage.tsx'
import './Languages.css'

/** In which languages ministers can read the final text; until endorsement is opened, a way to lay it in one more. */
export function Languages({ version }: { readonly version: VersionHead }) {
  const { opening } = useMessages()
  const { view, may } = useDesk()
  const { moment } = useDates()
  const nameOf = useLanguageName()
  const [laying, setLaying] = useState(false)
  const languages = languagesOf(view.record, version)
  const mayLay = may('language.lay') && !view.record.endorsing
  if (languages.length === 0 && !mayLay) return null
  return (
    <section className="stack-tight">
      <h3>{opening.languages.title}</h3>
      {languages.length === 0 ? <p className="muted small">{opening.languages.none}</p> : null}
      <ul className="laid-languages small">
        {languages.map(({ language, at }) => (
          <li key={language}>{opening.languages.laid(nameOf(language), moment(at))}</li>
        ))}
      </ul>
      {mayLay ? (
        <Button kind="quiet" size="small" onPress={() => setLaying(true)}>
          {opening.languages.lay}
        </Button>
      ) : null}
      {laying ? <LayLanguage version={version} onClose={() => setLaying(false)} /> : null}
    </section>
  )
}
