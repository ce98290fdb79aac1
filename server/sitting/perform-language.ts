import { type FrozenBlock, versionHash, wordsIn } from '../../shared/frozen-words.ts'
import { wordsLaid } from '../../shared/language-version.ts'
import { endOf } from '../../shared/projection.ts'
import { finalVersion } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'

/**
 * Lays the final text in another language, clause by clause: whoever signs has then seen the act that laid what was
 * read. Once endorsement was opened it stays as it is (rule E6).
 */
export function layLanguage({ state, record, command }: Case<'language.lay'>): Deed | Refusal {
  const { hash, language } = command
  const version = finalVersion(record)
  if (!version) return refuse('version/unknown')
  if (hash !== version.hash) return refuse('endorsement/other-text')
  if (record.endorsing) return refuse('language/too-late')
  if (language === record.declaration.language) return refuse('language/authentic')
  const frozen = state.version(version.number)
  if (isRefusal(frozen)) return frozen
  const lines = rendered(wordsIn(frozen.words).blocks, command)
  if (isRefusal(lines)) return lines
  const words = versionHash(wordsLaid(record.declaration.id, { language, lines }))
  if (record.languages?.[language]?.words === words) return { step: null }
  return { step: { kind: 'language version laid', version: version.number, hash, language, lines, words } }
}

/** The blocks of the authentic text with these words in the place of theirs. */
function rendered(
  authentic: readonly FrozenBlock[],
  { title, clauses, punctuation }: Pick<Case<'language.lay'>['command'], 'title' | 'clauses' | 'punctuation'>,
): readonly FrozenBlock[] | Refusal {
  const count = authentic.filter(({ kind }) => kind === 'clause').length
  if (clauses.length !== count) return refuse('language/clauses', { clauses: count })
  let next = 0
  return authentic.map(({ kind, label }) =>
    kind === 'title'
      ? { kind, label, text: title, end: '' }
      : { kind, label, text: clauses[next] ?? '', end: endOf(next++, count, punctuation) },
  )
}
