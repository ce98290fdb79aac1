import type { RefusalRow } from '../../../shared/api.ts'
import type { Messages } from '../../../shared/messages/en.ts'

type Doors = Messages['trail']['doors']

const BEGINNINGS: readonly (readonly [string, Exclude<keyof Doors, 'room' | 'draft'>])[] = [
  ['/api/declarations/:declaration/commands', 'command'],
  ['/api/declarations/:declaration/drafts', 'pen'],
  ['/api/declarations', 'declaration'],
  ['/api/session/passkey', 'passkey'],
  ['/api/passkeys', 'passkey'],
  ['/api/session', 'signIn'],
  ['/api/codes', 'signIn'],
  ['/api/people', 'people'],
  ['/api/refusals', 'trail'],
]

/** What was tried at a door, in words: `POST /api/people` is no word of a secretariat's. */
export function doorName({ door, place }: Pick<RefusalRow, 'door' | 'place'>, doors: Doors): string {
  if (door === 'socket') {
    const draft = place.split('/')[1]
    return draft ? doors.draft(draft) : doors.room
  }
  const path = door.slice(door.indexOf(' ') + 1)
  const known = BEGINNINGS.find(([beginning]) => path.startsWith(beginning))
  return known ? doors[known[1]] : doors.other
}
