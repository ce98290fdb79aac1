import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Random } from './secret.ts'

/** Long enough to find a finger and a security key; nobody waits longer. */
const TERM = 5 * 60 * 1000
const NONCE = 16
const HEAD = NONCE + 8

/**
 * Challenges: what a device signs, so that a signature of yesterday says nothing today. Each is for one purpose,
 * for one use and for five minutes. Nothing is kept of those that were given out, since anybody may ask for them:
 * they carry their own seal. Only those that were used are remembered, until they would have ended.
 */
export class Challenges {
  private readonly key: Uint8Array
  private readonly random: Random
  private readonly now: () => Date
  private readonly used = new Map<string, number>()

  constructor(random: Random, now: () => Date) {
    this.key = random(32)
    this.random = random
    this.now = now
  }

  give(purpose: string): Uint8Array<ArrayBuffer> {
    const challenge = new Uint8Array(HEAD + 32)
    challenge.set(this.random(NONCE))
    new DataView(challenge.buffer).setBigUint64(NONCE, BigInt(this.now().getTime() + TERM))
    challenge.set(this.seal(challenge.subarray(0, HEAD), purpose), HEAD)
    return challenge
  }

  /** Whether it was given for this purpose, has not ended, and was not used. In base64url, as browsers write it. */
  stands(challenge: string, purpose: string): boolean {
    const bytes = new Uint8Array(Buffer.from(challenge, 'base64url'))
    if (bytes.length !== HEAD + 32 || this.used.has(challenge)) return false
    const isOurs = timingSafeEqual(bytes.subarray(HEAD), this.seal(bytes.subarray(0, HEAD), purpose))
    return isOurs && endOf(bytes) > this.now().getTime()
  }

  /** To be called with one that stands. False: somebody was faster. */
  use(challenge: string): boolean {
    const now = this.now().getTime()
    for (const [known, end] of this.used) if (end <= now) this.used.delete(known)
    if (this.used.has(challenge)) return false
    this.used.set(challenge, endOf(new Uint8Array(Buffer.from(challenge, 'base64url'))))
    return true
  }

  private seal(head: Uint8Array, purpose: string): Uint8Array {
    return createHmac('sha256', this.key).update(head).update(purpose).digest()
  }
}

const endOf = (bytes: Uint8Array): number => Number(new DataView(bytes.buffer).getBigUint64(NONCE))
