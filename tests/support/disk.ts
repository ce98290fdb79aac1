import type { JournalFile } from '../../server/archive/file/scan.ts'

/** What can be wrong with a disk: it is full, it is read-only, it is broken. */
export const TROUBLES = ['ENOSPC', 'EROFS', 'EIO'] as const
export type Trouble = (typeof TROUBLES)[number]

/** What it is asked for when it fails. `half write`: a part of the bytes arrives, then it fails. */
export const STEPS = ['write', 'half write', 'sync', 'truncate'] as const
export type Step = (typeof STEPS)[number]

export const fault = (trouble: Trouble): NodeJS.ErrnoException =>
  Object.assign(new Error(`${trouble}: the disk is in trouble`), { code: trouble, syscall: 'write' })

/** A disk that can be in trouble, between journals and their files. */
export class TroubledDisk {
  private trouble: Trouble | null = null
  private steps: readonly Step[] = []

  /** From now on, these steps fail. */
  fail(trouble: Trouble, ...steps: readonly Step[]): void {
    this.trouble = trouble
    this.steps = steps
  }

  mend(): void {
    this.trouble = null
  }

  wrap = (file: JournalFile): JournalFile => ({
    read: file.read.bind(file) as JournalFile['read'],
    stat: file.stat.bind(file) as JournalFile['stat'],
    close: () => file.close(),
    datasync: async () => {
      this.pass('sync')
      await file.datasync()
    },
    truncate: async (length) => {
      this.pass('truncate')
      await file.truncate(length)
    },
    write: (async (bytes: Uint8Array, offset: number, length: number, position: number) => {
      this.pass('write')
      if (!this.fails('half write')) return file.write(bytes, offset, length, position)
      await file.write(bytes, offset, Math.floor(length / 2), position)
      return this.pass('half write')
    }) as JournalFile['write'],
  })

  private pass(step: Step): void {
    if (this.trouble && this.fails(step)) throw fault(this.trouble)
  }

  private fails(step: Step): boolean {
    return this.trouble !== null && this.steps.includes(step)
  }
}

/**
 * A file in a system's memory and on its disk, as Linux keeps it: what was written is seen at once, and outlasts
 * a power cut only when a sync after it succeeded. A sync that fails leaves the bytes to be seen, and never
 * writes them again.
 */
export class PowerFile {
  private seen: Buffer
  private disk: Buffer
  private dirty: ((bytes: Buffer) => Buffer)[] = []

  constructor(bytes: Uint8Array) {
    this.seen = Buffer.from(bytes)
    this.disk = Buffer.from(bytes)
  }

  /** What is seen of it now. */
  readonly bytes = (): Uint8Array => Buffer.from(this.seen)

  /** What the next start finds is what was on the disk. */
  cutPower(): void {
    this.seen = Buffer.from(this.disk)
    this.dirty = []
  }

  /** A sync that failed. */
  loseDirty(): void {
    this.dirty = []
  }

  readonly file: JournalFile = {
    close: async () => undefined,
    stat: (async () => ({ size: this.seen.length })) as unknown as JournalFile['stat'],
    read: (async (bytes: Uint8Array, offset: number, length: number, position: number) => {
      const part = this.seen.subarray(position, position + length)
      bytes.set(part, offset)
      return { bytesRead: part.length, buffer: bytes }
    }) as JournalFile['read'],
    write: (async (bytes: Uint8Array, offset: number, length: number, position: number) => {
      const part = Buffer.from(bytes.subarray(offset, offset + length))
      this.change((all) => patched(all, part, position))
      return { bytesWritten: length, buffer: bytes }
    }) as JournalFile['write'],
    truncate: async (length = 0) => this.change((all) => Buffer.from(all.subarray(0, length))),
    datasync: async () => {
      for (const change of this.dirty.splice(0)) this.disk = change(this.disk)
    },
  }

  private change(by: (bytes: Buffer) => Buffer): void {
    this.seen = by(this.seen)
    this.dirty.push(by)
  }
}

function patched(all: Buffer, part: Buffer, position: number): Buffer {
  const longer = Buffer.alloc(Math.max(all.length, position + part.length))
  longer.set(all)
  longer.set(part, position)
  return longer
}
