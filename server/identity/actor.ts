import type { Actor } from '../../shared/actor.ts'
import type { Capacity, Group } from '../../shared/api.ts'

/** The person as an act names them; who speaks for a group speaks for those who are its members now. */
export function actorOf({ id, name, role, delegation }: Capacity, groups: readonly Group[] = []): Actor {
  const actor = { capacity: id, name, role, delegation }
  const group = groups.find(({ code }) => code === delegation)
  return group ? { ...actor, members: group.members } : actor
}
