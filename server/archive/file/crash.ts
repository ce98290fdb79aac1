import type { JournalFile, WrapFile } from './scan.ts'

/** Where a server can die around one record; tests kill it at each (rules J1 and J2). */
export const CRASH_POINTS = [
  'before write',
  'half written',
  'written, not synced',
  'synced, not told',
] as const
export type CrashPoint = (typeof CRASH_POINTS)[number]

export interface CrashAt {
  readonly point: CrashPoint
  /** Counted from 1 since the start, over all journals. */
  readonly record: number
}

/** Reads `half written:12`; null for anything else. */
export function parseCrashAt(text: string): CrashAt | null {
  const [name, count] = text.split(':')
  const point = CRASH_POINTS.find((it) => it === name)
  return point && count && /^[1-9]\d*$/.test(count) ? { point, record: Number(count) } : null
}

/** Ends the process at that point, by calling `die`. */
export function crashingAt(at: CrashAt, die: () => void): WrapFile {
  let record = 0
  const reach = async (point: CrashPoint) => {
    if (record !== at.record || point !== at.point) return
    die()
    // Nothing may happen after death.
    await new Promise(() => {})
  }
  return (file) => ({
    read: file.read.bind(file) as JournalFile['read'],
    stat: file.stat.bind(file) as JournalFile['stat'],
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
    async datasync() {
      await reach('written, not synced')
      await file.datasync()
      await reach('synced, not told')
    },
    write: (async (bytes: Uint8Array, offset: number, length: number, position: number) => {
      record++
      await reach('before write')
      const half = Math.floor(length / 2)
      const first = await file.write(bytes, offset, half, position)
      await reach('half written')
      const rest = await file.write(bytes, offset + half, length - half, position + half)
      return { bytesWritten: first.bytesWritten + rest.bytesWritten, buffer: bytes }
    }) as JournalFile['write'],
  })
}
