import type { CapacityId } from '../../shared/ids.ts'
import { newTextDoc, readText } from '../../shared/text.ts'
import type { Briefcase, Sheet } from './briefcase.ts'
import { lay, unsentOf } from './keeping.ts'
import { type UnsentWords, unsentWords } from './unsent.ts'

/** Words that wait on this device, with their clause as it reads in the draft. */
export interface WaitingWords extends UnsentWords {
  readonly draft: string
  readonly reads: string
}

/** All that waits of one capacity, read from this device alone. */
export async function waitingWords(briefcase: Briefcase, capacity: CapacityId): Promise<WaitingWords[]> {
  const all = await briefcase.sheetsOf(capacity)
  return [...new Set(all.map(placeOf))].flatMap((draft) => {
    const sheets = all.filter((it) => placeOf(it) === draft)
    const doc = newTextDoc()
    lay(sheets, doc)
    const reads = new Map(readText(doc).map(({ id, text }) => [id, text]))
    return unsentWords(doc, unsentOf(sheets)).map((words) => ({
      ...words,
      draft,
      reads: reads.get(words.clause) ?? '',
    }))
  })
}

const placeOf = ({ declaration, draft }: Sheet): string => `${declaration}/${draft}`
