import { useMessages } from '../../i18n.tsx'
import type { ClauseAgenda } from './agenda.ts'
import { useDesk } from './useDesk.ts'
import { placeOfClause } from './useKeptPlace.ts'

/** Where there is something to decide, and how much: the first of it may stand far down the page. */
export function ClauseJumps({ agenda }: { readonly agenda: readonly ClauseAgenda[] }) {
  const { desk } = useMessages()
  const { nameOfClause } = useDesk()
  const busy = agenda.filter(({ groups }) => groups.length > 0)
  if (busy.length === 0) return null
  return (
    <nav className="desk-jumps no-print" aria-label={desk.whereToDecide}>
      <ul>
        {busy.map(({ block, groups }) => (
          <li key={block.id}>
            <a href={`#${placeOfClause(block.id)}`}>{nameOfClause(block.id)}</a>{' '}
            <span className="numeric">{groups.flat().length}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
