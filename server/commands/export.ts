import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DocumentAsked } from '../../shared/document-asked.ts'
import type { DeclarationId } from '../../shared/ids.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { writeDurably } from '../archive/file/durable.ts'
import { FileRegister } from '../archive/file/register.ts'
import { declarationsIn, journalPath, lookingAt, sealIn, surveyJournal } from '../archive/file/survey.ts'
import { conferenceOf } from '../conference.ts'
import { makeDocument } from '../documents/make.ts'
import { RegisterIdentity } from '../identity/identity.ts'
import { Register } from '../identity/register.ts'
import { Seal } from '../seal.ts'
import { sourceOf } from '../sitting/source.ts'
import { State } from '../sitting/state.ts'
import { sourceFor } from '../source.ts'
import { BadUsage, type Options, runCommand, say } from './command.ts'

const STATES = resolve(import.meta.dirname, '../../fixtures/states.json')

/**
 * `npm run export -- <declaration> [--what text] [--format docx] …`: makes a document of what is on disk, whether a
 * server works there or not. It changes nothing, and nobody is present.
 */
await runCommand({
  usage:
    'export -- <declaration> [--what text] [--format txt] [--version <n>] [--from <n>] [--with FRA-1,BRA-2] [--language en|fr] [--out <file>|-]',
  takes: [1, 1],
  options: ['what', 'format', 'version', 'from', 'with', 'language', 'out'],
  async run([declaration = ''], data, origin, options) {
    const query = queryIn(options)
    const known = await declarationsIn(data)
    if (!known.includes(declaration)) {
      throw new Error(`There is no declaration ${declaration} in ${data}. There are: ${known.join(', ')}.`)
    }
    const source = sourceOf(await stateOf(data, declaration), [])
    const made = await makeDocument(sourceFor(await around(data, origin), declaration, source), query)
    if (isRefusal(made)) {
      throw new Error(`It could not be made: ${made.refused} ${JSON.stringify(made.about ?? {})}`)
    }
    if (options['out'] === '-') process.stdout.write(made.bytes)
    else {
      const path = resolve(options['out'] ?? made.name)
      await writeDurably(path, made.bytes)
      say(`${path}: ${made.bytes.length.toLocaleString('en')} bytes.`)
    }
    return 0
  },
})

function queryIn({ out: _, ...asked }: Options) {
  const parsed = DocumentAsked.safeParse(asked)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BadUsage(`--${issue?.path.join('.')}: ${issue?.message}`)
}

/** What the journal comes to. */
async function stateOf(data: string, declaration: DeclarationId): Promise<State> {
  const state = new State()
  await lookingAt(join(data, journalPath(declaration)), async (file, size) => {
    for await (const { entries } of surveyJournal(file, size)) {
      for (const entry of entries) state.replay(entry)
    }
  })
  return state
}

/** The meeting as the server knows it. */
async function around(data: string, origin: string) {
  const states: unknown = JSON.parse(await readFile(STATES, 'utf8'))
  const register = await Register.open(new FileRegister(join(data, 'register.json')))
  const random = () => {
    throw new Error('nothing is made here that chance decides')
  }
  const identity = new RegisterIdentity({ register, random, now: () => new Date() })
  const conference = conferenceOf(states, register.value.demonstration ?? false)
  return { conference, identity, origin, seal: new Seal(await sealIn(data), origin) }
}
