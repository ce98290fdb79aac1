import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DECLARATION_ID, type DeclarationId } from '../../../shared/ids.ts'
import type { Archive, Journal } from '../contract.ts'
import { CheckpointFiles } from './checkpoint-files.ts'
import { makeFolder, writeDurably } from './durable.ts'
import { HEADER_BYTES, header, SALT_BYTES } from './frame.ts'
import { type JournalReport, openJournal, type TornTail } from './journal.ts'
import { takeLock } from './lock.ts'
import { FileRegister } from './register.ts'
import { refuseHalfRestored } from './restoring.ts'
import { RollingFile } from './rolling-log.ts'
import type { WrapFile } from './scan.ts'
import { SEAL } from './survey.ts'

/**
 *     <folder>/lock                             held while a server runs
 *     <folder>/register.json                    who exists
 *     <folder>/refusals                         what was refused of late
 *     <folder>/seal.pem                         the key that signs the ledgers
 *     <folder>/declarations/<id>/journal        what happened
 *     <folder>/declarations/<id>/checkpoint-<record>  what it came to up to there, a shortcut
 *     <folder>/declarations/<id>/torn-<record>  what a crash left unfinished, kept for a person to look at
 */
export async function openFileArchive(
  folder: string,
  log: ArchiveLog,
  wrap: WrapFile = (file) => file,
): Promise<Archive> {
  const root = resolve(folder)
  await refuseHalfRestored(root)
  await makeFolder(join(root, 'declarations'))
  const release = await takeLock(join(root, 'lock'))
  return new FileArchive(root, log, wrap, release)
}

/** What the archive tells the operator: facts, then a sentence. */
export interface ArchiveLog {
  warn(facts: object, sentence: string): void
}

class FileArchive implements Archive {
  readonly register: FileRegister
  readonly refusals: RollingFile
  readonly #root: string
  readonly #log: ArchiveLog
  readonly #wrap: WrapFile
  readonly #release: () => Promise<void>
  readonly #open = new Map<DeclarationId, Journal>()
  /** A journal whose disk failed is closed by those who had it, and asked for by others at once. */
  readonly #closing = new Map<DeclarationId, Promise<void>>()

  constructor(root: string, log: ArchiveLog, wrap: WrapFile, release: () => Promise<void>) {
    this.register = new FileRegister(join(root, 'register.json'))
    this.refusals = new RollingFile(join(root, 'refusals'), (err) =>
      log.warn({ err }, 'A refusal could not be written down.'),
    )
    this.#root = root
    this.#log = log
    this.#wrap = wrap
    this.#release = release
  }

  async declarations(): Promise<readonly DeclarationId[]> {
    const names = await readdir(join(this.#root, 'declarations'))
    const begun = await Promise.all(names.map((name) => this.#isBegun(name)))
    return names.filter((_, index) => begun[index])
  }

  async journal(declaration: DeclarationId): Promise<Journal> {
    if (!DECLARATION_ID.test(declaration)) throw new TypeError(`not the id of a declaration: ${declaration}`)
    await this.#closing.get(declaration)
    if (this.#open.has(declaration)) throw new Error(`the journal of ${declaration} is open already`)
    // Holds the place while the file is opened.
    this.#open.set(declaration, CLOSED)
    try {
      const file = await this.#openFile(declaration)
      const journal = new Tracked(file, (closing) => this.#isClosing(declaration, closing))
      this.#open.set(declaration, journal)
      return journal
    } catch (error) {
      this.#open.delete(declaration)
      throw error
    }
  }

  /** A key that can't be read is not absent: another in its place would look like another meeting. */
  async sealKey(make: () => string): Promise<string> {
    const path = join(this.#root, SEAL)
    if ((await sizeOf(path)) !== null) return readFile(path, 'utf8')
    const key = make()
    await writeDurably(path, key)
    return key
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((journal) => journal.close()))
    await this.register.close()
    await this.refusals.close()
    await this.#release()
  }

  #isClosing(declaration: DeclarationId, closing: Promise<void>): void {
    const closed = closing
      .catch(() => undefined)
      .then(() => {
        this.#open.delete(declaration)
        this.#closing.delete(declaration)
      })
    this.#closing.set(declaration, closed)
  }

  async #openFile(declaration: DeclarationId): Promise<Journal> {
    const path = this.#journalPath(declaration)
    if ((await sizeOf(path)) === null) {
      await makeFolder(this.#folder(declaration))
      await writeDurably(path, header(randomBytes(SALT_BYTES)))
    }
    const file = await open(path, 'r+')
    try {
      const report: JournalReport = {
        torn: (torn) => this.#reportTorn(declaration, torn),
        ignored: (checkpoint, why) => this.#reportIgnored(declaration, checkpoint, why),
      }
      return await openJournal(this.#wrap(file), report, new CheckpointFiles(this.#folder(declaration)))
    } catch (error) {
      await file.close()
      throw error
    }
  }

  async #reportTorn(declaration: DeclarationId, { sequence, offset, bytes }: TornTail): Promise<void> {
    await writeDurably(join(this.#folder(declaration), `torn-${sequence}`), bytes)
    this.#log.warn(
      { declaration, sequence, offset, bytes: bytes.length },
      'A crash left the last record of the journal unfinished. It was cut off; nobody was told of it.',
    )
  }

  #reportIgnored(declaration: DeclarationId, checkpoint: string, why: string): void {
    this.#log.warn(
      { declaration, checkpoint, why },
      'A checkpoint was ignored, and the journal read instead. Nothing is lost.',
    )
  }

  /** A journal with no record is what a crash left of a declaration that was never laid. */
  async #isBegun(name: string): Promise<boolean> {
    return DECLARATION_ID.test(name) && ((await sizeOf(this.#journalPath(name))) ?? 0) > HEADER_BYTES
  }

  #folder(declaration: DeclarationId): string {
    return join(this.#root, 'declarations', declaration)
  }

  #journalPath(declaration: DeclarationId): string {
    return join(this.#folder(declaration), 'journal')
  }
}

/** A journal that says when it is being closed. */
class Tracked implements Journal {
  readonly #journal: Journal
  readonly #isClosing: (closing: Promise<void>) => void
  #closing: Promise<void> | null = null

  constructor(journal: Journal, isClosing: (closing: Promise<void>) => void) {
    this.#journal = journal
    this.#isClosing = isClosing
  }

  checkpoint: Journal['checkpoint'] = () => this.#journal.checkpoint()
  entries: Journal['entries'] = (after) => this.#journal.entries(after)
  append: Journal['append'] = (entry) => this.#journal.append(entry)
  keep: Journal['keep'] = (parts) => this.#journal.keep(parts)

  get wantsCheckpoint(): boolean {
    return this.#journal.wantsCheckpoint
  }

  close(): Promise<void> {
    if (this.#closing) return this.#closing
    this.#closing = this.#journal.close()
    this.#isClosing(this.#closing)
    return this.#closing
  }
}

const notYet = () => new Error('the journal is not open yet')
const CLOSED: Journal = {
  wantsCheckpoint: false,
  checkpoint: () => Promise.reject(notYet()),
  entries: () => {
    throw notYet()
  },
  append: () => Promise.reject(notYet()),
  keep: () => Promise.reject(notYet()),
  close: () => Promise.resolve(),
}

/** Null where there is no such file. Any other trouble is thrown: a journal that can't be seen is not absent. */
const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
      throw error
    },
  )
