import type { DocumentQuery } from '../../shared/document.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Dossier } from './dossier.ts'

/** A document, made. */
export interface Made {
  readonly bytes: Uint8Array
  /** Its media type. */
  readonly type: string
  /** What the file is called. */
  readonly name: string
}

export type Content = Pick<Made, 'bytes' | 'type'>
export type Maker = (dossier: Dossier, query: DocumentQuery) => Content | Refusal | Promise<Content | Refusal>
