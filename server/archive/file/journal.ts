import type { Checkpoint, Entry, Journal } from '../contract.ts'
import {
  checkpointPieces,
  decodeCheckpoint,
  type Mark,
  placeAfter,
  type StoredCheckpoint,
} from './checkpoint.ts'
import { isDue, type Since } from './checkpoint-due.ts'
import type { CheckpointStore } from './checkpoint-files.ts'
import { DamagedJournal } from './damage.ts'
import { countEntries, encodeEntry, entriesOf, joinEntries } from './entry.ts'
import { frame, headAt, PAYLOAD_LIMIT } from './frame.ts'
import { type JournalFile, type Place, read, readSalt, recordAt, START, wholeRecords, write } from './scan.ts'

/** A last record that a crash left unfinished: nobody was ever told of it (rule J2). */
export interface TornTail {
  /** Sequence of the record that would have stood there. */
  readonly sequence: number
  readonly offset: number
  readonly bytes: Uint8Array
}

/** What a journal tells while it opens. */
export interface JournalReport {
  /** The tail is cut once this resolves. */
  torn(tail: TornTail): void | Promise<void>
  /** A checkpoint that is damaged, foreign or of another format: the journal is read instead. */
  ignored(checkpoint: string, why: string): void
}

/**
 * Opens what `frame.ts` describes. Where a checkpoint stands, only what follows it is looked at; damage before it
 * is found when everything is read.
 * @throws DamagedJournal
 */
export async function openJournal(
  file: JournalFile,
  report: JournalReport,
  checkpoints: CheckpointStore = NO_CHECKPOINTS,
): Promise<Journal> {
  const { size } = await file.stat()
  const salt = await readSalt(file, size)
  const checkpoint = await trusted(checkpoints, file, salt, size, report)
  const tail = await tailOf(file, salt, size, checkpoint?.mark ?? null)
  const { sequence, offset } = tail.end
  if (offset < size) {
    await report.torn({ sequence, offset, bytes: await read(file, offset, size - offset) })
    await file.truncate(offset)
  }
  await settle(file, tail.last)
  return new FileJournal(file, salt, checkpoints, checkpoint, tail)
}

/** The newest checkpoint that is whole and follows a record of this journal. */
async function trusted(
  checkpoints: CheckpointStore,
  file: JournalFile,
  salt: Uint8Array,
  size: number,
  report: JournalReport,
): Promise<StoredCheckpoint | null> {
  for await (const { name, bytes } of checkpoints.all()) {
    try {
      const checkpoint = decodeCheckpoint(salt, bytes)
      if (await isThere(file, salt, size, checkpoint.mark)) return checkpoint
      report.ignored(name, 'the record that it follows is not in the journal')
    } catch (error) {
      report.ignored(name, error instanceof Error ? error.message : String(error))
    }
  }
  return null
}

async function isThere(file: JournalFile, salt: Uint8Array, size: number, mark: Mark): Promise<boolean> {
  const record = await recordAt((at, length) => read(file, at, length), salt, mark.offset, size)
  return record?.sequence === mark.sequence && record.crc === mark.crc && record.end === mark.end
}

/** What follows the last checkpoint, and the last record of all. */
interface Tail {
  readonly last: Mark | null
  readonly end: Place
  readonly entries: number
}

async function tailOf(
  file: JournalFile,
  salt: Uint8Array,
  size: number,
  checkpoint: Mark | null,
): Promise<Tail> {
  let last = checkpoint
  let entries = 0
  for await (const record of wholeRecords(file, salt, size, checkpoint ? placeAfter(checkpoint) : START)) {
    const { sequence, offset, end, crc } = record
    last = { sequence, offset, end, crc }
    entries += countEntries(record.payload)
  }
  return { last, end: last ? placeAfter(last) : START, entries }
}

// The last record may be in the system's memory only: the process was killed before it was synced, or the sync
// failed, after which the system believes it clean. Written once more, it is on disk before anybody is told of it.
async function settle(file: JournalFile, last: Mark | null): Promise<void> {
  if (last) await write(file, last.offset, await read(file, last.offset, last.end - last.offset))
  await file.datasync()
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
  readonly #checkpoints: CheckpointStore
  readonly #stood: number
  #end: number
  #sequence: number
  #last: Mark | null
  #checkpoint: StoredCheckpoint | null
  /** What came after the last checkpoint, or after the last attempt to keep one. */
  #since: Since
  /** Size of the last checkpoint. */
  #weight: number
  #keeping: Promise<void> | null = null
  #waiting: Waiting[] = []
  #state: State = 'idle'
  #settled: Promise<void> = Promise.resolve()
  #closing: Promise<void> | null = null

  constructor(
    file: JournalFile,
    salt: Uint8Array,
    checkpoints: CheckpointStore,
    checkpoint: StoredCheckpoint | null,
    { end, last, entries }: Tail,
  ) {
    this.#file = file
    this.#salt = salt
    this.#checkpoints = checkpoints
    this.#stood = end.offset
    this.#end = end.offset
    this.#sequence = end.sequence
    this.#last = last
    this.#checkpoint = checkpoint
    this.#since = { entries, bytes: end.offset - (checkpoint?.mark.end ?? START.offset) }
    this.#weight = checkpoint?.bytes ?? 0
  }

  async checkpoint(): Promise<Checkpoint | null> {
    const stored = this.#checkpoint
    // It can be large, and is needed once.
    this.#checkpoint = null
    return stored && { ...placeAfter(stored.mark), parts: stored.parts }
  }

  async *entries(after?: Checkpoint | null): AsyncGenerator<Entry> {
    let end: Place = after ?? START
    let count = 0
    for await (const record of wholeRecords(this.#file, this.#salt, this.#stood, end)) {
      const entries = entriesOf(record)
      yield* entries
      count += entries.length
      end = { sequence: record.sequence + 1, offset: record.end }
    }
    // What was whole when the journal was opened, or when the checkpoint was kept, is not now.
    if (end.offset !== this.#stood) throw new DamagedJournal('it is not whole', end.offset, end.sequence)
    // No checkpoint spared this: the next one is worth all of it.
    if (after) return
    this.#since = { entries: Math.max(count, this.#since.entries), bytes: this.#end }
    this.#weight = 0
  }

  get wantsCheckpoint(): boolean {
    return !this.#keeping && isDue(this.#since, this.#weight)
  }

  async keep(parts: Iterable<unknown>): Promise<void> {
    if (this.#state !== 'idle' || this.#keeping)
      throw new Error('a checkpoint is kept when nothing is under way')
    if (this.#last === null || this.#since.entries === 0) return
    // Before it is known to be kept: where that fails, it is tried again after as much again.
    this.#since = { entries: 0, bytes: 0 }
    this.#keeping = this.#save(this.#last, parts).finally(() => {
      this.#keeping = null
    })
    await this.#keeping
  }

  /** The journal goes on meanwhile: what it is the checkpoint of was settled at the call. */
  async #save(mark: Mark, parts: Iterable<unknown>): Promise<void> {
    let weight = 0
    function* weighed(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
      for (const piece of pieces) {
        weight += piece.length
        yield piece
      }
    }
    await this.#checkpoints.save(mark.sequence, weighed(checkpointPieces(this.#salt, mark, parts)))
    this.#weight = weight
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
    await this.#keeping?.catch(() => undefined)
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
        return await this.#fail(cause, group)
      }
      for (const { done } of group) done()
    }
    this.#state = 'idle'
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const record = frame(this.#salt, this.#sequence, joinEntries(group.map(({ bytes }) => bytes)))
    await write(this.#file, this.#end, record)
    await this.#file.datasync()
    this.#last = markOf(record, this.#end)
    this.#end += record.length
    this.#sequence++
    this.#since.entries += group.length
    this.#since.bytes += record.length
  }

  // After a failed sync nobody knows what the disk holds, and asking it again would only seem to help.
  async #fail(cause: unknown, group: readonly Waiting[]): Promise<void> {
    const shut = new Error('The disk failed. The journal takes nothing more until it is opened again.', {
      cause,
    })
    this.#state = { shut }
    // Gives back the room that a half-written record takes. Where this fails too, opening cuts it off.
    await this.#file.truncate(this.#end).catch(() => undefined)
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

function markOf(record: Uint8Array, offset: number): Mark {
  const head = headAt(record, 0)
  if (!head) throw new Error('a record begins with its head')
  return { sequence: head.sequence, crc: head.crc, offset, end: offset + record.length }
}

const NO_CHECKPOINTS: CheckpointStore = {
  async *all() {},
  save: () => Promise.resolve(),
}
