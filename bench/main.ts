import { optionsFrom, USAGE } from './options.ts'
import { paraph } from './paraph.ts'
import { installPeers } from './peers.ts'
import { cleanUp } from './process.ts'
import { profile } from './profile.ts'
import { bench } from './report.ts'
import { profileTable } from './table.ts'

/** `npm run bench`: measures Paraph beside its peers. */

const options = optionsFrom(process.argv.slice(2))
if (!options) {
  process.stderr.write(USAGE)
  process.exit(2)
}
process.on('exit', cleanUp)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

try {
  if (options.profile) {
    const people = options.people[0] ?? 500
    process.stdout.write(profileTable(await profile(paraph, people, options.rate)))
  } else {
    installPeers()
    process.stdout.write(await bench(options))
  }
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
