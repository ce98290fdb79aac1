import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Capacity } from '../../shared/api.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Asking } from '../documents/press.ts'
import type { Authenticated, Identity } from '../identity/contract.ts'

/** In which capacity a request is made. */
export const As = z.object({
  as: z
    .string()
    .max(40)
    .optional()
    .describe('The capacity in which you act; you may read in any that you hold.'),
})

/** Anybody who is signed in may read, without saying in which capacity. */
export function reader(
  identity: Identity,
  request: Request,
  as: string | null | undefined,
): Capacity | Refusal {
  const entered = identity.authenticate(request.headers.cookie, as ?? null)
  return isRefusal(entered) ? entered : entered.capacity
}

/** What is done is done in somebody's name, so it is never guessed. */
export function doer(identity: Identity, request: Request, as: string | undefined): Capacity | Refusal {
  const entered = entrant(identity, request, as)
  return isRefusal(entered) ? entered : entered.capacity
}

/** The doer, with the session in which it is done. */
export function entrant(
  identity: Identity,
  request: Request,
  as: string | undefined,
): Authenticated | Refusal {
  const entered = identity.authenticate(request.headers.cookie, as ?? null)
  if (isRefusal(entered) || as !== undefined) return entered
  return refuse('request/invalid', { path: 'as', message: 'names the capacity in which you act' })
}

/** What somebody who has entered asks of what is their own; what it comes to is the answer. */
export async function ofOwn<T>(
  identity: Identity,
  { request, query }: { readonly request: Request; readonly query: { readonly as?: string | undefined } },
  ask: (asking: Authenticated) => Promise<T | Refusal> | T | Refusal,
): Promise<{ readonly json: T } | Refusal> {
  const asking = entrant(identity, request, query.as)
  if (isRefusal(asking)) return asking
  const answer = await ask(asking)
  return isRefusal(answer) ? answer : { json: answer }
}

/** Only the secretariat keeps the list of people and lays declarations. */
export function keeper(identity: Identity, request: Request, as: string | undefined): Capacity | Refusal {
  const capacity = doer(identity, request, as)
  if (isRefusal(capacity) || capacity.role === 'secretariat') return capacity
  return refuse('policy/role', { role: capacity.role })
}

/** Whoever waits for an answer that takes a while, until they go: those of a delegation share one turn. */
export function asking({ id, delegation }: Capacity, response: Response): Asking {
  const left = new AbortController()
  // Also once it is answered, when nobody listens any more.
  response.once('close', () => left.abort())
  return { of: delegation ?? id, gone: left.signal }
}
