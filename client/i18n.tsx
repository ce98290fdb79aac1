import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Messages } from '../shared/messages/en.ts'

/** Each comes when somebody reads it, so that nobody waits for the words of the others. */
const CATALOGUES = {
  en: () => import('../shared/messages/en.ts').then(({ en }): Messages => en),
  fr: () => import('../shared/messages/fr.ts').then(({ fr }): Messages => fr),
} as const
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])
const KEPT_AS = 'paraph.language'

export type Language = keyof typeof CATALOGUES
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'fr', name: 'Français' },
]

/** A language, and all that is said in it. */
export interface Tongue {
  readonly language: Language
  readonly messages: Messages
}

interface Speaking extends Tongue {
  readonly setLanguage: (language: Language) => void
}

const Spoken = createContext<Speaking | null>(null)

export function useLanguage(): Speaking {
  const speaking = useContext(Spoken)
  if (!speaking) throw new Error('words outside the LanguageProvider')
  return speaking
}

/** The catalogue of the person's language. */
export const useMessages = (): Messages => useLanguage().messages

export const tongueOf = async (language: Language): Promise<Tongue> => ({
  language,
  messages: await CATALOGUES[language](),
})

/** The one that the person chose here, or else the first of the browser's that we speak. */
export const usualLanguage = (): Language => firstKnown([kept(), ...navigator.languages])

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'

export interface LanguageProviderProps {
  /** In which the page opens. */
  readonly tongue: Tongue
  readonly children: ReactNode
}

export function LanguageProvider({ tongue, children }: LanguageProviderProps) {
  const [spoken, speak] = useState(tongue)
  const { language } = spoken
  const wanted = useRef(language)
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  const setLanguage = useCallback(async (next: Language) => {
    wanted.current = next
    // Without a network a catalogue that was never read stays away: then the page goes on as it was.
    const came = await tongueOf(next).catch(() => null)
    if (!came || wanted.current !== next) return
    keep(next)
    speak(came)
  }, [])
  const value = useMemo(() => ({ ...spoken, setLanguage }), [spoken, setLanguage])
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
