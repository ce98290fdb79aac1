import { restore } from '../archive/file/restore.ts'
import { count, runCommand, say } from './command.ts'

/** `npm run restore -- <file> <folder>`: brings a backup back to an empty folder. */
await runCommand({
  usage: 'restore -- <file> <folder>',
  takes: [2, 2],
  async run([file = '', folder = '']) {
    const { declarations } = await restore(file, folder)
    say(
      `${folder}: ${count(declarations.length, 'declaration')}. Start the server with PARAPH_DATA=${folder}.`,
    )
    return 0
  },
})
