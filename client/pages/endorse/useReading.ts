import { useMemo, useState } from 'react'
import type { SignatoryAnswer } from '../../../shared/api.ts'
import type { CapacityId, DeclarationId, Sha256 } from '../../../shared/ids.ts'
import type { LanguageVersion } from '../../../shared/roll.ts'
import { getLanguage } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { shelf } from '../../api/shelf.ts'
import { useAsk } from '../../api/useAsk.ts'
import { useLanguage } from '../../i18n.tsx'
import { inLanguage } from './inLanguage.ts'
import { keptAs } from './keepsake.ts'
import { readWords, type WordsOfVersion } from './shown.ts'

/** In which language somebody reads the final text, and its words. */
export interface Reading {
  readonly language: string
  /** Null until they have come. */
  readonly words: WordsOfVersion | null
  /** Which they must have, on the screen too. */
  readonly hash: Sha256
  /** Why they have not come; the authentic ones stand there meanwhile. */
  readonly failure: Failure | null
  readonly reload: () => void
  readonly choose: (language: string) => void
}

/** The text in the reader's language where it was laid in that, fetched once for this device; else in its own. */
export function useReading(
  { declaration, languages, version }: SignatoryAnswer,
  authentic: WordsOfVersion,
): Reading {
  const { language: own } = useLanguage()
  const { id: as } = useCapacity()
  const [chosen, choose] = useState<string | null>(null)
  const all = [authentic, ...languages].map(({ language }) => language)
  const language = chosen ?? inLanguage(all, own) ?? authentic.language
  const head = languages.find((it) => it.language === language) ?? null
  const { words, failure, reload } = useLaid(declaration.id, as, head)
  const isOwn = head === null || failure !== null
  return {
    ...(isOwn
      ? { language: authentic.language, words: authentic, hash: version?.hash ?? '' }
      : { language, words, hash: head.words }),
    ...{ failure, reload, choose },
  }
}

/** The words that were laid, by their hash: those on the shelf at once, else as they come. */
function useLaid(declaration: DeclarationId, as: CapacityId, head: LanguageVersion | null) {
  const hash = head?.words ?? ''
  const name = `${keptAs(as, declaration)}/${hash}`
  const kept = useMemo(() => readWords(shelf.get<string>(name) ?? '', hash), [name, hash])
  const { asked, reload } = useAsk<string>(head && !kept ? name : null, async () => {
    const answer = await getLanguage(declaration, as, head?.language ?? '')
    if (isFailure(answer)) return answer
    if (!readWords(answer.words, hash)) return { refused: 'endorsement/other-text', detail: '' }
    shelf.put(name, answer.words)
    return answer.words
  })
  const came = asked.is === 'ready' ? asked.value : ''
  const read = useMemo(() => readWords(came, hash), [came, hash])
  return { words: kept ?? read, failure: asked.is === 'failed' ? asked.failure : null, reload }
}
