import { randomBytes } from 'node:crypto'
import { openFileArchive } from '../archive/file/archive.ts'
import { RegisterIdentity } from '../identity/identity.ts'
import { Register } from '../identity/register.ts'
import { freshLink } from '../links.ts'
import { runCommand, say } from './command.ts'

/**
 * `npm run secretariat-link`: a new sign-in link for the secretariat that has lost its own. The server must be
 * stopped: two processes on one folder would each overwrite what the other keeps.
 */
await runCommand({
  usage: 'secretariat-link',
  takes: [0, 0],
  async run(_, data, origin) {
    const archive = await openFileArchive(data, { warn: (_, sentence) => say(sentence) })
    try {
      const register = await Register.open(archive.register)
      if (register.value.demonstration === null) throw new Error(`No meeting was ever opened in ${data}.`)
      const identity = new RegisterIdentity({ register, random: randomBytes, now: () => new Date() })
      const { role, name, url } = await freshLink(identity, origin)
      say(`${role}\t${name}\t${url}`)
      return 0
    } finally {
      await archive.close()
    }
  },
})
