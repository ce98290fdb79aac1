import type { Capacity } from '../../shared/api.ts'
import type { Actor } from '../../shared/record.ts'

/** The person as an act names them. */
export const actorOf = ({ id, name, role, delegation }: Capacity): Actor => ({
  capacity: id,
  name,
  role,
  delegation,
})
