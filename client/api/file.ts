import type { Found, FoundText } from '../../shared/found.ts'
import type { CapacityId, DeclarationId } from '../../shared/ids.ts'
import { type Answer, failureOf } from './api.ts'

/** As the server takes it; a longer one isn't sent. */
export const LONGEST_FILE = 5 * 1024 * 1024

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What was changed in a Word file that was issued here. */
export const readFile = (declaration: DeclarationId, as: CapacityId, file: Blob): Promise<Answer<Found>> =>
  sendFile<Found>(`/api/declarations/${declaration}/file?${new URLSearchParams({ as })}`, file)

/** Title and clauses of a text that was written elsewhere (secretariat). */
export const readText = (as: CapacityId, file: Blob): Promise<Answer<FoundText>> =>
  sendFile<FoundText>(`/api/file?${new URLSearchParams({ as })}`, file)

async function sendFile<T>(path: string, file: Blob): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': WORD }, body: file })
    const answer: unknown = await response.json()
    return response.ok ? (answer as T) : failureOf(answer as Parameters<typeof failureOf>[0])
  } catch (error) {
    return { refused: 'network', detail: String(error) }
  }
}
