import { BadConfig, readConfig } from '../config.ts'

/** An operator's command: what it is asked with, and what it does. */
export interface Command {
  /** As it stands after `npm run `. */
  readonly usage: string
  /** How few and how many arguments it takes. */
  readonly takes: readonly [least: number, most: number]
  /** Gives the exit code; `data` is the folder that the environment names, `origin` where browsers find the server. */
  run(args: readonly string[], data: string, origin: string): Promise<number>
}

/** Runs it as the process's one task. Exit code 2: it was asked wrongly. 1: it could not be done. */
export async function runCommand({ usage, takes: [least, most], run }: Command): Promise<void> {
  const args = process.argv.slice(2)
  if (args.length < least || args.length > most || args.some((it) => it.startsWith('-'))) {
    process.stderr.write(`Usage: npm run ${usage}\n`)
    process.exitCode = 2
    return
  }
  try {
    const { data, origin } = readConfig(process.env)
    process.exitCode = await run(args, data, origin)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = error instanceof BadConfig ? 2 : 1
  }
}

export const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** `1 record`, `2 records`. */
export const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
