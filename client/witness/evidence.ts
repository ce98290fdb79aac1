import type { DeclarationId } from '../../shared/ids.ts'
import type { Messages } from '../../shared/messages/en.ts'
import type { Contradiction, Seen } from './seen.ts'

/** Both checkpoints as they were signed, in a file that a person can read, send and print. */
export function evidenceText(
  declaration: DeclarationId,
  server: string,
  { way, before, shown }: Contradiction,
  { file, warning }: Messages['ledger'],
): string {
  const note = (title: string, { checkpoint, key }: Seen) => [
    title,
    '',
    checkpoint,
    `${file.key}: ${key}`,
    '',
  ]
  return [
    way === 'unproved' ? file.unproved(declaration) : file.title(declaration),
    file.server(server),
    '',
    ...(before ? note(warning.before(before.at), before) : []),
    ...note(warning.now(shown.at), shown),
  ].join('\n')
}
