import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './durable.ts'

/** Where the checkpoints of one journal are. */
export interface CheckpointStore {
  /** Newest first. There is one, or, after a crash while one was kept, two. */
  all(): AsyncIterable<CheckpointFile>
  /** Durable when it resolves; only then those before are gone. A piece is taken when the one before is written. */
  save(sequence: number, pieces: Iterable<Uint8Array>): Promise<void>
}

export interface CheckpointFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** `<folder>/checkpoint-<sequence of the last record that it stands for>`, beside the journal. */
export class CheckpointFiles implements CheckpointStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async *all(): AsyncGenerator<CheckpointFile> {
    const names = (await readdir(this.#folder)).filter((name) => NAME.test(name))
    for (const name of names.sort((a, b) => sequenceIn(b) - sequenceIn(a))) {
      yield { name, bytes: await readFile(join(this.#folder, name)) }
    }
  }

  async save(sequence: number, pieces: Iterable<Uint8Array>): Promise<void> {
    const name = `checkpoint-${sequence}`
    await writeDurably(join(this.#folder, name), pieces)
    const others = (await readdir(this.#folder)).filter((it) => NAME_OR_UNFINISHED.test(it) && it !== name)
    for (const other of others) await rm(join(this.#folder, other), { force: true })
  }
}

const NAME = /^checkpoint-\d+$/
const NAME_OR_UNFINISHED = /^checkpoint-\d+(\.new)?$/

const sequenceIn = (name: string): number => Number(name.split('-')[1])
