import type { LanguageAnswer } from '../../shared/api.ts'
import { wordsLaid } from '../../shared/language-version.ts'
import type { Record } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { State } from './state.ts'

/** The words that the act in force laid in that language. */
export function answerLanguage(
  { acts }: State,
  { declaration, languages }: Record,
  language: string,
): LanguageAnswer | Refusal {
  const head = Object.values(languages ?? {}).find((it) => it.language === language)
  const act = head && acts.find((it) => it.act === head.act)
  if (!head || act?.kind !== 'language version laid') return refuse('language/unknown')
  return { head, words: wordsLaid(declaration.id, act) }
}
