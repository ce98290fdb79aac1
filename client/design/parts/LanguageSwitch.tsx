import { memo } from 'react'
import { LANGUAGES, useLanguage, useMessages } from '../../i18n.tsx'
import { Disclosure } from '../plain/Disclosure.tsx'

export const LanguageSwitch = memo(function LanguageSwitch() {
  const { language, setLanguage } = useLanguage()
  const { common } = useMessages()
  const current = LANGUAGES.find(({ id }) => id === language)
  return (
    <Disclosure
      label={common.language}
      selected={language}
      entries={LANGUAGES.map(({ id, name }) => ({ id, name, onAction: () => setLanguage(id) }))}
    >
      <span className="visually-hidden">{common.language} </span>
      {language.toUpperCase()}
      <span className="visually-hidden" lang={language}>
        {' '}
        {current?.name}
      </span>
    </Disclosure>
  )
})
