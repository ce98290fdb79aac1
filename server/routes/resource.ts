import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { isOwnOrigin } from '../origin.ts'
import { whoOf } from '../refusals.ts'
import type { Around } from './around.ts'
import { sendProblem } from './problem.ts'
import { readFile } from './upload.ts'

/** One address of the interface and what can be asked there. The OpenAPI document is made from the same values. */
export interface Resource {
  /** As Express writes it: `/api/declarations/:declaration/text`. */
  readonly path: string
  readonly operations: { readonly [method in Method]?: Operation }
}

export const METHODS = ['get', 'post', 'delete'] as const
export type Method = (typeof METHODS)[number]

export interface Operation {
  /** One sentence for the OpenAPI document. */
  readonly says: string
  /** The name, in shared/api.ts, of what is answered; null for nothing. */
  readonly answers: string | null
  readonly query: z.ZodObject | null
  readonly body: z.ZodType | null
  /** Media types of a body that is a file, and no JSON; null where there is none. */
  readonly file: readonly string[] | null
  /** Of the body, in bytes. */
  readonly limit: number
  readonly before: readonly RequestHandler[]
  perform(request: Request, response: Response): Promise<Reply>
}

export type Reply =
  | Refusal
  | { readonly json: unknown; readonly created?: true }
  | { readonly text: string; readonly type: string }
  | { readonly bytes: Uint8Array; readonly type: string }
  | { readonly nothing: true }

/** The answer names something that was not there before. */
export const made = (reply: { readonly json: unknown } | Refusal): Reply =>
  isRefusal(reply) ? reply : { ...reply, created: true }

export interface Asked<Query, Body> {
  readonly query: Query
  readonly body: Body
  readonly request: Request
  readonly response: Response
  /** A part of the path. */
  param(name: string): string
}

type NoQuery = z.ZodObject<Record<never, never>>

interface Plan<Query extends z.ZodObject, Body extends z.ZodType> {
  readonly says: string
  readonly answers: string | null
  readonly query?: Query
  readonly body?: Body
  readonly file?: readonly string[]
  readonly limit?: number
  readonly before?: readonly RequestHandler[]
  handle(asked: Asked<z.output<Query>, z.output<Body>>): Reply | Promise<Reply>
}

/** What an operation does once its query and its body are what they should be. */
export function operation<Query extends z.ZodObject = NoQuery, Body extends z.ZodType = z.ZodUndefined>({
  says,
  answers,
  query,
  body,
  file,
  limit = USUAL_LIMIT,
  before = [],
  handle,
}: Plan<Query, Body>): Operation {
  const perform = async (request: Request, response: Response): Promise<Reply> => {
    const asked = parsed(query, request.query)
    if (isRefusal(asked)) return asked
    const sent = parsed(body, request.body)
    if (isRefusal(sent)) return sent
    const param = (name: string) => String(request.params[name] ?? '')
    return handle({ query: asked.value, body: sent.value, request, response, param })
  }
  return {
    says,
    answers,
    query: query ?? null,
    body: body ?? null,
    file: file ?? null,
    limit,
    before,
    perform,
  }
}

const USUAL_LIMIT = 64 * 1024

/** Opens the address; what it doesn't take is told so, with what it does take. */
export function mount(router: Router, { path, operations }: Resource, around: Doorway): void {
  const route = router.route(path)
  const allowed: string[] = []
  for (const method of METHODS) {
    const it = operations[method]
    if (!it) continue
    allowed.push(...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    const door = `${method.toUpperCase()} ${path}`
    const guards = method === 'get' ? [] : [ownPagesOnly(around, door), ...bodyOf(it)]
    route[method](...it.before, ...guards, answering(it, around, door))
  }
  route.all((_, response) => {
    response.set('Allow', allowed.join(', '))
    sendProblem(response, refuse('request/method'))
  })
}

/** What every door needs. */
export type Doorway = Pick<Around, 'origin' | 'identity' | 'refusals'>

const answering =
  ({ perform }: Operation, around: Doorway, door: string): RequestHandler =>
  async (request, response) => {
    const reply = await perform(request, response)
    if (isRefusal(reply)) {
      note(around, request, door, reply)
      sendProblem(response, reply)
    } else if ('json' in reply) response.status(reply.created ? 201 : 200).json(reply.json)
    else if ('text' in reply) response.type(reply.type).send(reply.text)
    else if ('bytes' in reply) response.type(reply.type).send(Buffer.from(reply.bytes))
    else response.status(204).end()
  }

/** With SameSite=Lax this keeps other sites from acting in the name of somebody who is signed in here. */
const ownPagesOnly =
  (around: Doorway, door: string): RequestHandler =>
  (request, response, next) => {
    const { origin, host } = request.headers
    if (isOwnOrigin(origin, host, around.origin)) return next()
    note(around, request, door, refuse('request/foreign-origin'))
    sendProblem(response, refuse('request/foreign-origin'))
  }

/** Reading is asked for all day long by pages that don't know yet who looks; what is done is worth a line. */
function note({ identity, refusals }: Doorway, request: Request, door: string, refusal: Refusal): void {
  if (request.method === 'GET' && refusal.refused === 'session/none') return
  const { as } = request.query
  const who = identity.recognize(request.headers.cookie, typeof as === 'string' ? as : null)
  const { declaration, draft } = request.params
  refusals.note({
    by: who && whoOf(who),
    door,
    place: [declaration, draft]
      .filter((it) => typeof it === 'string')
      .join('/')
      .slice(0, 100),
    refusal,
  })
}

const bodyOf = ({ file, limit }: Operation): RequestHandler[] =>
  file ? [readFile(file, limit)] : [jsonOnly, readJson(limit)]

/** A form of another site can't send this type. */
const jsonOnly: RequestHandler = (request, response, next) => {
  const isEmpty = request.headers['content-length'] === '0'
  if (isEmpty || request.is('application/json') !== false) next()
  else sendProblem(response, refuse('request/malformed', { expected: 'application/json' }))
}

const readJson = (limit: number): RequestHandler => express.json({ limit, inflate: false, strict: false })

function parsed<T extends z.ZodType>(
  schema: T | undefined,
  value: unknown,
): { readonly value: z.output<T> } | Refusal {
  // Without a schema the value is of no interest, and its type says that there is none.
  if (schema === undefined) return { value: undefined as z.output<T> }
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data }
  const issue = result.error.issues[0]
  return refuse('request/invalid', {
    path: issue?.path.map(String).join('.') ?? '',
    message: issue?.message ?? '',
  })
}
