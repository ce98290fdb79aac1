import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import { I18nProvider } from 'react-aria-components'
import { en, type Messages } from '../shared/messages/en.ts'
import { fr } from '../shared/messages/fr.ts'

const CATALOGUES = { en, fr } as const satisfies { readonly [language: string]: Messages }
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])
const KEPT_AS = 'paraph.language'

export type Language = keyof typeof CATALOGUES
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'fr', name: 'Français' },
]

interface Speaking {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const Spoken = createContext<Speaking>({ language: 'en', setLanguage: () => {} })

/** The catalogue of the person's language. */
export const useMessages = (): Messages => CATALOGUES[useContext(Spoken).language]

export const useLanguage = (): Speaking => useContext(Spoken)

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState<Language>(() => firstKnown([kept(), ...navigator.languages]))
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  const setLanguage = useCallback((next: Language) => {
    keep(next)
    choose(next)
  }, [])
  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return (
    <Spoken value={value}>
      <I18nProvider locale={language}>{children}</I18nProvider>
    </Spoken>
  )
}

const isKnown = (language: string): language is Language => Object.hasOwn(CATALOGUES, language)

export function firstKnown(wanted: readonly (string | null)[]): Language {
  for (const tag of wanted) {
    const language = tag?.split('-')[0]?.toLowerCase() ?? ''
    if (isKnown(language)) return language
  }
  return 'en'
}

// A browser may refuse storage altogether; the choice then holds for this visit.
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS)
  } catch {
    return null
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language)
  } catch {
    return
  }
}
