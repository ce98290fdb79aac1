import { join } from 'node:path'
import type { DeclarationId } from '../../shared/ids.ts'
import { DamagedJournal } from '../archive/file/damage.ts'
import {
  declarationsIn,
  journalPath,
  lookingAt,
  type SurveyedRecord,
  surveyJournal,
} from '../archive/file/survey.ts'
import { State } from '../sitting/state.ts'
import { count, runCommand, say } from './command.ts'

/** `npm run verify-journal -- [folder]`: reads every record, folds every act, checks the hash of every version. */
await runCommand({
  usage: 'verify-journal -- [folder]',
  takes: [0, 1],
  async run([given], data) {
    const folder = given ?? data
    const declarations = await declarationsIn(folder)
    const damaged: DeclarationId[] = []
    for (const id of declarations) {
      const found = await verify(join(folder, journalPath(id)))
      if (found.damage) damaged.push(id)
      say(`${id}: ${found.sentence}`)
    }
    const whole = declarations.length - damaged.length
    say(`${count(declarations.length, 'declaration')}, ${whole} whole, ${damaged.length} damaged.`)
    return damaged.length > 0 ? 1 : 0
  },
})

interface Found {
  readonly damage: boolean
  readonly sentence: string
}

async function verify(path: string): Promise<Found> {
  const state = new State()
  let records = 0
  let entries = 0
  let unfinished = ''
  const tail = (bytes: number) => {
    unfinished = ` The last ${count(bytes, 'byte')} are an unfinished record: of a crash, or of a server at work.`
  }
  try {
    await lookingAt(path, async (file, size) => {
      for await (const record of surveyJournal(file, size, tail)) {
        fold(state, record)
        records++
        entries += record.entries.length
      }
    })
  } catch (error) {
    if (!(error instanceof DamagedJournal)) throw error
    return { damage: true, sentence: error.message }
  }
  const counts = [count(records, 'record'), count(entries, 'turn')]
  const acts = count(state.record?.acts ?? 0, 'act')
  const versions = count(state.versions.size, 'version')
  return {
    damage: false,
    sentence: `whole. ${counts.join(', ')}, ${acts}, ${versions} checked.${unfinished}`,
  }
}

/** A record that is whole on disk, and yet doesn't fit those before it, is damage too. */
function fold(state: State, { entries, offset, sequence }: SurveyedRecord): void {
  try {
    for (const entry of entries) state.replay(entry)
  } catch (error) {
    throw new DamagedJournal(error instanceof Error ? error.message : String(error), offset, sequence)
  }
}
