import { backUp } from '../archive/file/backup.ts'
import { count, runCommand, say } from './command.ts'

/** `npm run backup -- <file>`: one file of everything, while the server works. */
await runCommand({
  usage: 'backup -- <file>',
  takes: [1, 1],
  async run([file = ''], data) {
    const { declarations, bytes } = await backUp(data, file)
    say(`${file}: ${count(declarations.length, 'declaration')}, ${count(bytes, 'byte')}. Keep it secret.`)
    return 0
  },
})
