/** What the HTTP interface takes and answers, beside commands. The server's OpenAPI is made from these schemas. */

export * from './api/access.ts'
export * from './api/declarations.ts'
export * from './api/endorsing.ts'
export * from './api/ledger.ts'
export { line } from './api/line.ts'
export * from './api/meeting.ts'
export * from './api/people.ts'
export * from './api/problem.ts'
export * from './api/text.ts'
