import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { DECLARATION_ID, type DeclarationId } from '../../../shared/ids.ts'
import { type Readable, read } from './scan.ts'
import { SEAL } from './survey.ts'

/**
 * The format of a backup, version 1. All numbers are big-endian.
 *
 *     file     magic "paraph-backup/1\n" (16 bytes), parts, the closing part
 *     part     length of the name u16, length of the body u64, name (UTF-8), body, SHA-256 of all these (32 bytes)
 *     closing  a part named "end" whose body is the number of parts before it, in decimal
 *
 * Names are those of the files in an archive's folder: `register.json`, `declarations/<id>/journal`, and `seal.pem`,
 * which backups from before there were seals don't have.
 */

export const BACKUP_MAGIC = new TextEncoder().encode('paraph-backup/1\n')
const PART_HEAD_BYTES = 10
const HASH_BYTES = 32
const MOST_NAME_BYTES = 200
const CHUNK = 1024 * 1024
const END = 'end'

/** A file of an archive, in a backup. */
export interface Part {
  readonly name: string
  readonly length: number
  /** Reads within the body; the backup must be open. */
  readonly body: Readable
}

/** The backup can't be used; nothing was written. */
export class DamagedBackup extends Error {
  override readonly name = 'DamagedBackup'

  constructor(what: string, offset: number) {
    super(`The backup is damaged at byte ${offset}: ${what}. Nothing was written.`)
  }
}

/** Writes parts one after the other to the end of a file that is open for writing. */
export class BackupWriter {
  readonly #file: FileHandle
  #parts = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async begin(file: FileHandle): Promise<BackupWriter> {
    await file.appendFile(BACKUP_MAGIC)
    return new BackupWriter(file)
  }

  /** Takes the first `length` bytes of the source. */
  async add(name: string, source: Readable, length: number): Promise<void> {
    const hash = createHash('sha256')
    const put = async (bytes: Uint8Array) => {
      hash.update(bytes)
      await this.#file.appendFile(bytes)
    }
    await put(partHead(name, length))
    for await (const chunk of chunks(source, length)) await put(chunk)
    await this.#file.appendFile(hash.digest())
    this.#parts++
  }

  async end(): Promise<void> {
    const count = new TextEncoder().encode(String(this.#parts))
    await this.add(END, readableBytes(count), count.length)
    await this.#file.sync()
  }
}

/**
 * Opens a backup, once every checksum in it was found right, and gives its parts.
 * @throws DamagedBackup
 */
export async function withBackup<T>(path: string, use: (parts: readonly Part[]) => Promise<T>): Promise<T> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return await use(await checkedParts(file, size))
  } finally {
    await file.close()
  }
}

/** The bytes from the first on, in pieces. */
export async function* chunks(source: Readable, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += CHUNK) yield await read(source, at, Math.min(CHUNK, length - at))
}

async function checkedParts(file: Readable, size: number): Promise<readonly Part[]> {
  const magic = await read(file, 0, Math.min(size, BACKUP_MAGIC.length))
  if (!Buffer.from(magic).equals(BACKUP_MAGIC)) {
    throw new DamagedBackup('it does not begin as a backup of version 1 does', 0)
  }
  const parts: Part[] = []
  for (let at = BACKUP_MAGIC.length; ; ) {
    const { part, end } = await checkedPart(file, at, size)
    if (part.name === END) return ended(parts, part, at, end === size)
    if (!isName(part.name) || parts.some(({ name }) => name === part.name)) {
      throw new DamagedBackup('a part has a name that no backup gives', at)
    }
    parts.push(part)
    at = end
  }
}

async function checkedPart(file: Readable, at: number, size: number): Promise<{ part: Part; end: number }> {
  if (at + PART_HEAD_BYTES > size) throw new DamagedBackup('it breaks off', at)
  const head = Buffer.from(await read(file, at, PART_HEAD_BYTES))
  const nameLength = head.readUInt16BE(0)
  const length = Number(head.readBigUInt64BE(2))
  const start = at + PART_HEAD_BYTES + nameLength
  const end = start + length + HASH_BYTES
  if (nameLength > MOST_NAME_BYTES || end > size) throw new DamagedBackup('it breaks off', at)
  const hash = createHash('sha256')
  const name = await read(file, at + PART_HEAD_BYTES, nameLength)
  hash.update(head).update(name)
  const body = within(file, start)
  for await (const chunk of chunks(body, length)) hash.update(chunk)
  const isWhole = hash.digest().equals(await read(file, end - HASH_BYTES, HASH_BYTES))
  if (!isWhole) throw new DamagedBackup('a checksum is wrong in the part that begins here', at)
  return { part: { name: new TextDecoder().decode(name), length, body }, end }
}

async function ended(
  parts: readonly Part[],
  end: Part,
  at: number,
  isLast: boolean,
): Promise<readonly Part[]> {
  const count = new TextDecoder().decode(await read(end.body, 0, end.length))
  if (count !== String(parts.length) || !isLast) {
    throw new DamagedBackup('parts are missing, or too many', at)
  }
  return parts
}

function partHead(name: string, length: number): Uint8Array {
  const bytes = Buffer.from(name)
  const head = Buffer.alloc(PART_HEAD_BYTES)
  head.writeUInt16BE(bytes.length, 0)
  head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, bytes])
}

/** The declaration whose journal a part is, or null. */
export function declarationOf(name: string): DeclarationId | null {
  const id = /^declarations\/([^/]+)\/journal$/.exec(name)?.[1]
  return id !== undefined && DECLARATION_ID.test(id) ? id : null
}

const isName = (name: string): boolean =>
  name === 'register.json' || name === SEAL || declarationOf(name) !== null

/** A file seen from one of its bytes on. */
const within = (file: Readable, start: number): Readable => ({
  read: ((bytes: Uint8Array, offset: number, length: number, position: number) =>
    file.read(bytes, offset, length, start + position)) as Readable['read'],
})

/** Bytes seen as a file. */
export const readableBytes = (all: Uint8Array): Readable => ({
  read: (async (bytes: Uint8Array, offset: number, length: number, position: number) => {
    const part = all.subarray(position, position + length)
    bytes.set(part, offset)
    return { bytesRead: part.length, buffer: bytes }
  }) as Readable['read'],
})
