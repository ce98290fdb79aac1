import type { Place, Typist } from './typist.ts'
import type { Wire } from './wire.ts'

/** A kind of server that is measured. */
export interface Subject {
  readonly name: string
  /** Whether what it shows survives a crash. */
  readonly durable: 'before visible' | 'some seconds later' | 'no'
  /** Starts afresh, with nothing typed yet and room for so many people. */
  open(setup: Setup): Promise<Venue>
}

export interface Setup {
  readonly people: number
  readonly writers: number
  /** For peers: what everybody finds on joining, instead of just the text. */
  readonly state?: Uint8Array
  /** For Paraph: how many bytes of comments stand in the room, instead of none. */
  readonly comments?: number
  /** For node, such as `--cpu-prof`. */
  readonly nodeArgs?: readonly string[]
}

/** A server that runs, with one document that everybody reads. */
export interface Venue {
  readonly pid: number
  readonly port: number
  readonly wire: Wire
  /** How the nth person's client connects to what everybody reads. */
  seat(person: number): Address
  /** Where the nth person writes: at a socket of its own, or (null) at the one where they read. */
  desk(person: number): Promise<Desk>
  /** How many letters have been typed, as a reader's document shows it. */
  typedIn(state: Uint8Array, updates: readonly Uint8Array[]): number
  output(): string
  close(): Promise<void>
}

export interface Address {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Desk {
  readonly address: Address | null
  typist(places: readonly Place[]): Typist
}
