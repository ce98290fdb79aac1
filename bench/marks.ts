/**
 * How long a keystroke takes to everybody. Some keystrokes type a character that stands nowhere else; a reader has
 * it once those three bytes came in, which needs no document and no trust in how a server cuts its updates.
 */
export class Marks {
  /** Milliseconds from the keystroke until the last sampled reader had it. */
  readonly latencies: number[] = []
  private readonly readers: number
  private readonly sent = new Float64Array(MARKS)
  private readonly waiting = new Uint16Array(MARKS)
  /** By mark, then by reader. */
  private readonly seen: Uint8Array
  private next = 0
  private out = 0

  constructor(readers: number) {
    this.readers = readers
    this.seen = new Uint8Array(MARKS * readers)
  }

  /** How many have not reached everybody. */
  get outstanding(): number {
    return this.out
  }

  /** Since when the oldest of them has been under way, in milliseconds. */
  age(now: number): number {
    let oldest = now
    for (let mark = 0; mark < this.next; mark++) {
      if ((this.waiting[mark] ?? 0) > 0) oldest = Math.min(oldest, this.sent[mark] ?? now)
    }
    return now - oldest
  }

  /** The character to type now; null when all have been used. */
  take(now: number): string | null {
    const mark = this.next
    if (mark === MARKS) return null
    this.next++
    this.out++
    this.sent[mark] = now
    this.waiting[mark] = this.readers
    return String.fromCharCode(FIRST + mark)
  }

  scan(reader: number, message: Uint8Array): void {
    for (let at = message.indexOf(LEAD); at >= 0; at = message.indexOf(LEAD, at + 1)) {
      const second = message[at + 1] ?? 0
      const third = message[at + 2] ?? 0
      if ((second & 0xc0) === 0x80 && (third & 0xc0) === 0x80) {
        this.see(reader, ((second & 0x3f) << 6) | (third & 0x3f))
      }
    }
  }

  private see(reader: number, mark: number): void {
    const place = mark * this.readers + reader
    const waiting = this.waiting[mark] ?? 0
    if (waiting === 0 || this.seen[place] === 1) return
    this.seen[place] = 1
    this.waiting[mark] = waiting - 1
    if (waiting > 1) return
    this.out--
    this.latencies.push(performance.now() - (this.sent[mark] ?? 0))
  }
}

/** U+4000 to U+4FFF: in UTF-8 all that begins with E4. */
const FIRST = 0x4000
const MARKS = 0x1000
const LEAD = 0xe4

/** Letters that stand in no declaration of ours, so that they can be counted. */
export const LETTERS = [...'αβγδεζηθικλμνξοπρστυφχψω']
const TYPED = /[α-ω\u4000-\u4fff]/g
export const countTyped = (words: string): number => words.match(TYPED)?.length ?? 0
