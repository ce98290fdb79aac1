import type { DocumentQuery } from '../../shared/document.ts'
import type { CapacityId, DeclarationId } from '../../shared/ids.ts'
import { type Answer, failureOf } from './api.ts'
import { fileNameIn } from './fileName.ts'

export interface DocumentFile {
  readonly name: string
  readonly file: Blob
}

/** The declaration as a file. Given up with the signal: then nobody waits for the answer. */
export async function getDocument(
  declaration: DeclarationId,
  as: CapacityId,
  query: DocumentQuery,
  signal: AbortSignal,
): Promise<Answer<DocumentFile>> {
  try {
    const response = await fetch(`/api/declarations/${declaration}/document?${searchOf(as, query)}`, {
      signal,
    })
    if (!response.ok) return failureOf(await response.json())
    const said = response.headers.get('content-disposition') ?? ''
    return { name: fileNameIn(said) ?? `${declaration}.${query.format}`, file: await response.blob() }
  } catch (error) {
    return { refused: 'network', detail: String(error) }
  }
}

function searchOf(as: CapacityId, { what, format, version, from, with: ids, language }: DocumentQuery) {
  const search = new URLSearchParams({ as, what, format, language })
  if (version !== null) search.set('version', String(version))
  if (from !== null) search.set('from', String(from))
  if (ids.length > 0) search.set('with', ids.join(','))
  return search
}
