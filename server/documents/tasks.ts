import { makeDocument } from './make.ts'
import { readDocument } from './reading/reading.ts'

/** What may be asked of the other thread. What goes in and comes out can be cloned. */
export const TASKS = { makeDocument, readDocument }

export type Tasks = typeof TASKS
export type TaskName = keyof Tasks
export type Done<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>
