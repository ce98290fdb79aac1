import type { Request } from 'express'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Session } from '../sitting/contract.ts'
import type { Around } from './around.ts'
import { reader } from './who.ts'

/** What every question about a declaration brings along. */
export interface Question {
  readonly request: Request
  readonly query: { readonly as?: string | undefined }
  param(name: string): string
}

/** Asks a declaration in the name of somebody who may read it. */
export async function reading<T>(
  { identity, sittings }: Pick<Around, 'identity' | 'sittings'>,
  { request, query, param }: Question,
  ask: (sitting: Session) => Promise<T | Refusal> | Refusal,
): Promise<T | Refusal> {
  const capacity = reader(identity, request, query.as)
  if (isRefusal(capacity)) return capacity
  const sitting = await sittings.open(param('declaration'))
  return isRefusal(sitting) ? sitting : ask(sitting)
}
