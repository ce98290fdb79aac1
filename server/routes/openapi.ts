import { z } from 'zod'
import { DocumentJson } from '../../shared/document-json.ts'
import { REFUSALS } from '../../shared/refusal.ts'
import { METHODS, type Operation, operation, type Resource } from './resource.ts'

/** The interface as OpenAPI 3.1, made from the resources themselves and from the schemas that validate. */
export function openapi(resources: readonly Resource[]): Resource {
  const document = documentOf(resources)
  return {
    path: '/api/openapi.json',
    operations: {
      get: operation({
        says: 'This document.',
        answers: 'OpenAPI',
        handle: () => ({ json: document }),
      }),
    },
  }
}

const documentOf = (resources: readonly Resource[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'Paraph',
    version: '1',
    description: 'A room in which States draft a declaration together.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  paths: Object.fromEntries(resources.map((it) => [it.path.replaceAll(PARAMETER, '{$1}'), pathOf(it)])),
  components: {
    schemas: { Problem: schemaOf(Problem), Document: schemaOf(DocumentJson) },
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'paraph_session' } },
  },
})

const PARAMETER = /:(\w+)/g

function pathOf({ path, operations }: Resource) {
  const parameters = [...path.matchAll(PARAMETER)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const described = METHODS.flatMap((method) => {
    const it = operations[method]
    return it ? [[method, operationOf(it)] as const] : []
  })
  return { ...(parameters.length > 0 ? { parameters } : {}), ...Object.fromEntries(described) }
}

function operationOf({ says, answers, query, body, file }: Operation) {
  return {
    summary: says,
    ...(query ? { parameters: queryOf(query), security: [{ session: [] }] } : {}),
    ...(body
      ? { requestBody: { required: true, content: content('application/json', schemaOf(body)) } }
      : {}),
    ...(file ? { requestBody: { required: true, content: Object.assign({}, ...file.map(aFile)) } } : {}),
    responses: {
      '2XX': answers === null ? { description: 'Done.' } : answered(answers),
      default: {
        description: 'Refused.',
        content: content('application/problem+json', { $ref: '#/components/schemas/Problem' }),
      },
    },
  }
}

/** A document comes as many kinds of file; what it says as JSON is described. */
const answered = (answers: string) => ({
  description: answers,
  ...(answers === 'Document'
    ? { content: content('application/json', { $ref: '#/components/schemas/Document' }) }
    : {}),
})

const queryOf = (query: z.ZodObject) =>
  Object.entries(query.shape).map(([name, schema]) => ({ name, in: 'query', schema: schemaOf(schema) }))

const content = (type: string, schema: object) => ({ [type]: { schema } })

const aFile = (type: string) => content(type, { type: 'string', format: 'binary' })

/** As a client writes it, before defaults are filled in. */
function schemaOf(schema: z.core.$ZodType): object {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return described
}

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(REFUSALS)),
  detail: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
