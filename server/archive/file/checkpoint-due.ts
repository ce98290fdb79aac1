/** What came after a checkpoint. */
export interface Since {
  entries: number
  bytes: number
}

/** Less is replayed in well under a second: no checkpoint is worth it. */
const LEAST: Since = { entries: 5_000, bytes: 8 * 1024 * 1024 }
/** More would keep a start waiting, however large the checkpoint is. */
const MOST: Since = { entries: 40_000, bytes: 64 * 1024 * 1024 }
/** A large checkpoint is written when the journal has grown by this share of it: then it stays cheap beside that. */
const SHARE = 1 / 4

/** Whether the next checkpoint is worth writing, where the last one had so many bytes. */
export const isDue = (since: Since, weight: number): boolean =>
  reaches(since, MOST) || (reaches(since, LEAST) && since.bytes >= weight * SHARE)

const reaches = ({ entries, bytes }: Since, mark: Since): boolean =>
  entries >= mark.entries || bytes >= mark.bytes
