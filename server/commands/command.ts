import { parseArgs } from 'node:util'
import { BadConfig, readConfig } from '../config.ts'

/** An operator's command: what it is asked with, and what it does. */
export interface Command {
  /** As it stands after `npm run `. */
  readonly usage: string
  /** How few and how many arguments it takes. */
  readonly takes: readonly [least: number, most: number]
  /** The names of what it can be told besides, each with a value: `--version 2`. */
  readonly options?: readonly string[]
  /** Gives the exit code; `data` is the folder that the environment names, `origin` where browsers find the server. */
  run(args: readonly string[], data: string, origin: string, options: Options): Promise<number>
}

export type Options = Readonly<{ [name: string]: string }>

/** It was asked for something that it doesn't understand. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage'
}

/** Runs it as the process's one task. Exit code 2: it was asked wrongly. 1: it could not be done. */
export async function runCommand({ usage, takes: [least, most], options = [], run }: Command): Promise<void> {
  const asked = understood(options)
  if (!asked || asked.args.length < least || asked.args.length > most) {
    process.stderr.write(`Usage: npm run ${usage}\n`)
    process.exitCode = 2
    return
  }
  try {
    const { data, origin } = readConfig(process.env)
    process.exitCode = await run(asked.args, data, origin, asked.options)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = error instanceof BadConfig || error instanceof BadUsage ? 2 : 1
  }
}

/** Null where there is an option that it doesn't know, or one without its value. */
function understood(names: readonly string[]): { args: readonly string[]; options: Options } | null {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true })
    return { args: positionals, options: values as Options }
  } catch {
    return null
  }
}

export const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** `1 record`, `2 records`. */
export const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
