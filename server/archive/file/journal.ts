import type { Entry, Journal } from '../contract.ts'
import { decodeEntries, encodeEntry, joinEntries } from './entry.ts'
import { FRAME_BYTES, frame, HEADER_BYTES, PAYLOAD_LIMIT, saltOf } from './frame.ts'
import { type JournalFile, nextWhole, read, records, write } from './scan.ts'

/** A last record that a crash left unfinished: nobody was ever told of it (rule J2). */
export interface TornTail {
  /** Sequence of the record that would have stood there. */
  readonly sequence: number
  readonly offset: number
  readonly bytes: Uint8Array
}

/** The journal can't be read, and must not be written, until a person has looked at it (rule J3). */
export class DamagedJournal extends Error {
  override readonly name = 'DamagedJournal'
  readonly offset: number
  readonly sequence: number

  constructor(what: string, offset: number, sequence: number) {
    super(
      `The journal is damaged at byte ${offset}, in record ${sequence}: ${what}. Nothing was changed. ` +
        'Restore the file from a copy, or start with a copy of it cut at this byte, which loses what follows.',
    )
    this.offset = offset
    this.sequence = sequence
  }
}

/**
 * Opens what `frame.ts` describes. A torn tail is handed to `report`, and cut once that resolves.
 * @throws DamagedJournal
 */
export async function openJournal(
  file: JournalFile,
  report: (torn: TornTail) => void | Promise<void>,
): Promise<Journal> {
  const { size } = await file.stat()
  const salt = saltOf(await read(file, 0, Math.min(size, HEADER_BYTES)))
  if (salt === null) throw new DamagedJournal('it does not begin as a journal of version 1 does', 0, 0)
  const { end, sequence } = await endOfWhole(file, salt, size)
  if (end < size) {
    const later = await nextWhole(file, salt, { from: end, sequence }, size)
    if (later) throw new DamagedJournal(`a whole record follows at byte ${later.offset}`, end, sequence)
    await report({ sequence, offset: end, bytes: await read(file, end, size - end) })
    await file.truncate(end)
    await file.datasync()
  }
  return new FileJournal(file, salt, end, sequence)
}

async function endOfWhole(file: JournalFile, salt: Uint8Array, size: number) {
  let end = HEADER_BYTES
  let sequence = 0
  for await (const record of records(file, salt, size)) {
    end = record.end
    sequence = record.sequence + 1
  }
  return { end, sequence }
}

interface Waiting {
  readonly bytes: Uint8Array
  done(): void
  failed(error: unknown): void
}

/** What it does with the disk, at any moment: nothing, write, or never again. */
type State = 'idle' | 'writing' | { readonly shut: Error }

/**
 * Keeps: a record is written only when the one before it is on disk. Entries that come in meanwhile wait, and go
 * together into the next record.
 */
class FileJournal implements Journal {
  readonly #file: JournalFile
  readonly #salt: Uint8Array
  readonly #stood: number
  #end: number
  #sequence: number
  #waiting: Waiting[] = []
  #state: State = 'idle'
  #settled: Promise<void> = Promise.resolve()
  #read = false
  #closing: Promise<void> | null = null

  constructor(file: JournalFile, salt: Uint8Array, end: number, sequence: number) {
    this.#file = file
    this.#salt = salt
    this.#stood = end
    this.#end = end
    this.#sequence = sequence
  }

  async *entries(): AsyncGenerator<Entry> {
    if (this.#read) throw new Error('a journal is read once')
    this.#read = true
    for await (const { sequence, offset, payload } of records(this.#file, this.#salt, this.#stood)) {
      yield* decoded(payload, offset, sequence)
    }
  }

  append(entry: Entry): Promise<void> {
    const bytes = encodeEntry(entry)
    if (bytes.length + MOST_HEAD_BYTES > PAYLOAD_LIMIT) {
      return Promise.reject(new RangeError(`an entry of ${bytes.length} bytes is too long for a journal`))
    }
    return new Promise((done, failed) => {
      if (typeof this.#state === 'object') return failed(this.#state.shut)
      this.#waiting.push({ bytes, done, failed })
      if (this.#state === 'idle') this.#settled = this.#commitAll()
    })
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#settled
    this.#state = { shut: new Error('the journal is closed') }
    await this.#file.close()
  }

  async #commitAll(): Promise<void> {
    this.#state = 'writing'
    while (this.#waiting.length > 0) {
      const group = takeGroup(this.#waiting)
      try {
        await this.#commit(group)
      } catch (cause) {
        return this.#fail(cause, group)
      }
      for (const { done } of group) done()
    }
    this.#state = 'idle'
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const record = frame(this.#salt, this.#sequence, joinEntries(group.map(({ bytes }) => bytes)))
    await write(this.#file, this.#end, record)
    await this.#file.datasync()
    this.#end += record.length
    this.#sequence++
  }

  // After a failed sync nobody knows what the disk holds, and asking it again would only seem to help.
  #fail(cause: unknown, group: readonly Waiting[]): void {
    const shut = new Error('The disk failed. The journal takes nothing more until it is opened again.', {
      cause,
    })
    this.#state = { shut }
    for (const { failed } of [...group, ...this.#waiting.splice(0)]) failed(shut)
  }
}

const MOST_HEAD_BYTES = 3
const MOST_ENTRIES = 1_000

/** As many as fit in one record; at least one. */
function takeGroup(waiting: Waiting[]): Waiting[] {
  let bytes = MOST_HEAD_BYTES
  const over = waiting.findIndex((it, count) => {
    bytes += it.bytes.length
    return count === MOST_ENTRIES || bytes > PAYLOAD_LIMIT
  })
  return waiting.splice(0, over < 0 ? waiting.length : over)
}

function decoded(payload: Uint8Array, offset: number, sequence: number): readonly Entry[] {
  try {
    return decodeEntries(payload)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new DamagedJournal(`it can't be read (${why})`, offset + FRAME_BYTES, sequence)
  }
}
