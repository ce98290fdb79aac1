import { memo } from 'react'
import { LANGUAGES, useLanguage, useMessages } from '../../i18n.tsx'
import { Button } from './Button.tsx'
import { Menu } from './Menu.tsx'

export const LanguageSwitch = memo(function LanguageSwitch() {
  const { language, setLanguage } = useLanguage()
  const { common } = useMessages()
  const current = LANGUAGES.find(({ id }) => id === language)
  return (
    <Menu
      label={common.language}
      selected={language}
      trigger={
        <Button kind="quiet" size="small">
          <span className="visually-hidden">{common.language} </span>
          {language.toUpperCase()}
          <span className="visually-hidden" lang={language}>
            {' '}
            {current?.name}
          </span>
        </Button>
      }
      entries={LANGUAGES.map(({ id, name }) => ({ id, name, onAction: () => setLanguage(id) }))}
    />
  )
})
