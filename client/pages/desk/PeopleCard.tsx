import { Link } from 'react-router'
import { useCapacity } from '../../api/session.tsx'
import { useMessages } from '../../i18n.tsx'

export function PeopleCard() {
  const { common, desk } = useMessages()
  const { id, role } = useCapacity()
  if (role !== 'secretariat') return null
  return (
    <section className="desk-card">
      <header className="desk-card-head">
        <h2>{common.nav.people}</h2>
      </header>
      <p className="small">
        <Link to={`/as/${id}/people`}>{desk.people}</Link>
      </p>
    </section>
  )
}
