import { Link } from 'react-router'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

/** Compromises that the desk is writing and has not yet put before the room. */
export function CompromiseCard() {
  const { compromise } = useMessages()
  const { room } = useDesk()
  const drafts = room.mine.filter(({ kind }) => kind === 'compromise')
  if (drafts.length === 0) return null
  return (
    <section className="desk-card">
      <header className="desk-card-head">
        <h2>{compromise.title}</h2>
      </header>
      <p className="muted small">{compromise.draftHint}</p>
      <ul className="stack-tight">
        {drafts.map(({ id, from }) => (
          <li key={id} className="small">
            {compromise.draft(from.join(', '))}
          </li>
        ))}
      </ul>
      <Link className="button button-secondary button-medium" to="..">
        {compromise.toRoom}
      </Link>
    </section>
  )
}
