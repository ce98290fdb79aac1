import { useMemo } from 'react'
import { useLanguage } from './i18n.tsx'

/** What a language is called in the reader's: `français`, within a sentence. */
export function useLanguageName(): (language: string) => string {
  const { language } = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'language' })
    return (of) => names.of(of) ?? of
  }, [language])
}
