import type { Capacity, RefusalRow } from '../shared/api.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { RollingLog } from './archive/contract.ts'

/** Something that was refused, to be written down. Never a secret, and never the words. */
export type Refused = Pick<RefusalRow, 'by' | 'door' | 'place'> & { readonly refusal: Refusal }

export const whoOf = ({ id, role, delegation }: Capacity): Refused['by'] => ({
  capacity: id,
  role,
  delegation,
})

/**
 * The trail of what was refused, for the secretariat: who tried what, where and when. The same thing is written
 * down once a minute at most, with how often it was tried: a flood fills neither the disk nor the page.
 */
export class RefusalBook {
  private readonly log: RollingLog
  private readonly now: () => Date
  private readonly recent = new Map<string, { readonly since: number; more: number }>()

  constructor(log: RollingLog, now: () => Date) {
    this.log = log
    this.now = now
  }

  note({ by, door, place, refusal }: Refused): void {
    const code = refusal.refused
    // The server's own troubles are in its log.
    if (code.startsWith('server/')) return
    const key = [by?.capacity, door, place, code].join(' ')
    const now = this.now()
    const known = this.recent.get(key)
    if (known && now.getTime() - known.since < MINUTE) return void known.more++
    if (this.recent.size >= MOST_RECENT) this.recent.clear()
    this.recent.set(key, { since: now.getTime(), more: 0 })
    const row: RefusalRow = { at: now.toISOString(), by, door, place, code, times: (known?.more ?? 0) + 1 }
    this.log.add(row)
  }

  /** Newest first. */
  async rows(): Promise<readonly RefusalRow[]> {
    return ((await this.log.read()) as RefusalRow[]).toReversed().slice(0, MOST_ROWS)
  }
}

const MINUTE = 60_000
const MOST_RECENT = 10_000
const MOST_ROWS = 1_000
