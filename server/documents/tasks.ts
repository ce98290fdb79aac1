import { makeDocument } from './make.ts'
import { readDocument } from './reading/reading.ts'
import { readText } from './reading/text.ts'

/** What may be asked of the other thread. What goes in and comes out can be cloned. */
export const TASKS = { makeDocument, readDocument, readText }

export type Tasks = typeof TASKS
export type TaskName = keyof Tasks
export type Done<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>
