import type { Capacity } from '../../shared/api.ts'
import { getDeclarations } from '../api/api.ts'
import { isFailure } from '../api/failure.ts'

/** Where a person goes on entering: a signatory to the final text, if there is one; everybody else to the list. */
export async function landing({ id, role }: Capacity): Promise<string> {
  if (role !== 'signatory') return `/as/${id}/`
  const declarations = await getDeclarations(id)
  const final = isFailure(declarations) ? undefined : declarations.find(({ stage }) => stage === 'final')
  return final ? `/as/${id}/d/${final.id}/endorse` : `/as/${id}/`
}
