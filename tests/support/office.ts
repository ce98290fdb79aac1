import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { programOf, pythonOfOffice } from './programs.ts'

/** What LibreOffice is asked to do in an open file, and what it says then. `office.py` takes each step. */
export interface Steps {
  accept: [given: [], says: null]
  reject: [given: [], says: null]
  /** Those of the body, deleted words included until somebody accepts that. */
  paragraphs: [given: [], says: string[]]
  /** Of each paragraph: whether it runs from right to left. */
  directions: [given: [], says: boolean[]]
  header: [given: [], says: string[]]
  changes: [given: [], says: { type: string; author: string; at: string }[]]
  comments: [given: [], says: { author: string; at: string; words: string; resolved: boolean; on: string }[]]
  /** Of a table: its rows, each cell as it is shown and whether it computes. */
  cells: [given: [], says: { text: string; computes: boolean }[][]]
  bookmarks: [given: [], says: { [name: string]: string }]
  properties: [given: [], says: { [name: string]: unknown }]
  /** Whether what follows is recorded as tracked changes. */
  record: [given: [on: boolean], says: null]
  replace: [given: [words: string, by: string], says: null]
  write: [given: [after: string, words: string], says: null]
  /** A paragraph of its own, after or before the one with the words. */
  clause: [given: [after: string, words: string], says: null]
  clause_before: [given: [before: string, words: string], says: null]
  divide: [given: [after: string], says: null]
  join: [given: [words: string], says: null]
  strike: [given: [words: string], says: null]
  /** The paragraph with the words, past the next one or the one before. */
  move: [given: [words: string, down: boolean], says: null]
  note: [given: [words: string, note: string, by: string], says: null]
  /** Goes on in the comment that says so. */
  note_more: [given: [said: string, more: string], says: null]
  footnote: [given: [words: string, note: string], says: null]
  /** A frame with words in it, after the words. */
  frame: [given: [after: string, words: string], says: null]
  /** A table of one row after the paragraph with the words. */
  table: [given: [after: string, cells: readonly string[]], says: null]
  /** Bold words, and a paragraph in the middle of the page under another style. */
  looks: [given: [words: string], says: null]
  line_break: [given: [after: string], says: null]
  /** Behind the last paragraph of all. */
  close: [given: [words: string], says: null]
  head: [given: [words: string], says: null]
  unmark: [given: [], says: null]
  accept_one: [given: [words: string], says: null]
  reject_one: [given: [words: string], says: null]
  /** Who works in it from now on. */
  author: [given: [name: string], says: null]
  save: [given: [path: string, form: Form], says: null]
}

/** As LibreOffice calls them. */
export type Form = 'writer_pdf_Export' | 'MS Word 2007 XML' | 'MS Word 97' | 'writer8' | 'Text'

export type Step = { [name in keyof Steps]: readonly [name, ...Steps[name][0]] }[keyof Steps]
type Said<S> = S extends readonly [infer Name extends keyof Steps, ...unknown[]] ? Steps[Name][1] : never

/** LibreOffice without a screen, started once, with a profile of its own. */
export class Office {
  /** For files that pass between us and it. */
  readonly folder: string
  private readonly process: ChildProcess
  private readonly lines: Interface
  private readonly answers: AsyncIterator<string>

  private constructor(folder: string, process: ChildProcess) {
    if (!process.stdout) throw new Error('nothing to read from')
    this.folder = folder
    this.process = process
    this.lines = createInterface({ input: process.stdout })
    this.answers = this.lines[Symbol.asyncIterator]()
  }

  static open(): Office {
    const folder = mkdtempSync(join(tmpdir(), 'paraph-office-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const script = resolve(import.meta.dirname, 'office.py')
    const given = [script, programOf('soffice'), join(folder, 'profile')]
    return new Office(folder, spawn(pythonOfOffice(), given, { stdio: ['pipe', 'pipe', 'inherit'] }))
  }

  path = (name: string): string => join(this.folder, name)

  /** Opens a file and takes the steps in it, one after the other; gives what each says. */
  async work<const All extends readonly Step[]>(
    path: string,
    ...steps: All
  ): Promise<{ -readonly [at in keyof All]: Said<All[at]> }> {
    this.process.stdin?.write(`${JSON.stringify({ open: path, steps })}\n`)
    const { value, done } = await this.answers.next()
    if (done) throw new Error('LibreOffice has ended')
    const answer = JSON.parse(value) as { done?: unknown; fault?: string }
    if (answer.fault !== undefined) throw new Error(answer.fault)
    return answer.done as { -readonly [at in keyof All]: Said<All[at]> }
  }

  async close(): Promise<void> {
    const ended = once(this.process, 'exit')
    this.process.stdin?.end()
    await ended
    this.lines.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
