import { useState } from 'react'
import type { Accredited, Person } from '../../../shared/api.ts'
import { newLink, revoke } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useDates } from '../../dates.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { termOf } from './term.ts'

export interface PersonRowProps {
  readonly person: Person
  /** The name of whoever accredited the person; null: the server did, at the opening. */
  readonly by: string | null
  readonly onChanged: () => void
  readonly onLinked: (made: Accredited) => void
}

export function PersonRow({ person, by, onChanged, onLinked }: PersonRowProps) {
  const { common, people } = useMessages()
  const { day } = useDates()
  const [asking, setAsking] = useState<'link' | 'revoke' | null>(null)
  const { name, title, role, accredited, revoked } = person
  return (
    <li className={revoked ? 'person person-revoked' : 'person'}>
      <div>
        <p className="person-name">{name}</p>
        <p className="muted small">{title ? `${title} · ${common.roles[role]}` : common.roles[role]}</p>
        <p className="muted small">
          {by ? people.accreditedBy(by, day(accredited)) : people.accreditedAt(day(accredited))}
        </p>
      </div>
      <Standing person={person} />
      {revoked ? null : (
        <div className="row person-deeds">
          <Button kind="quiet" size="small" onPress={() => setAsking('link')}>
            {people.newLink}
          </Button>
          <Button kind="quiet" size="small" onPress={() => setAsking('revoke')}>
            {people.revoke}
          </Button>
        </div>
      )}
      <Confirms
        person={person}
        by={by}
        asking={asking}
        onClose={() => setAsking(null)}
        onChanged={onChanged}
        onLinked={onLinked}
      />
    </li>
  )
}

/** Whether the person can come in, from when until when, and by what. */
function Standing({ person }: { readonly person: Person }) {
  const { people, signing } = useMessages()
  const { moment, since } = useDates()
  const { link, revoked, lastSeen, passkeys, signing: keys } = person
  const term = termOf(person, Date.now())
  if (revoked) {
    return (
      <p className="row small muted">
        <Badge tone="bad">{people.revoked(moment(revoked))}</Badge>
      </p>
    )
  }
  return (
    <p className="row small muted">
      {term ? (
        <Badge tone={term.is === 'hasEnded' ? 'warning' : 'plain'}>{people[term.is](moment(term.at))}</Badge>
      ) : null}
      <Badge tone={link === 'used' ? 'good' : link === 'expired' ? 'warning' : 'plain'}>
        {people.link[link]}
      </Badge>
      {keys ? (
        <Badge tone={keys.confirmed ? 'good' : 'plain'}>
          {signing.states[keys.confirmed ? 'confirmed' : keys.waiting ? 'waiting' : 'none']}
        </Badge>
      ) : null}
      {passkeys > 0 ? <span>{people.passkeys(passkeys)}</span> : null}
      {lastSeen ? <span>{people.lastSeen(since(lastSeen, Date.now()))}</span> : null}
    </p>
  )
}

interface ConfirmsProps extends PersonRowProps {
  readonly asking: 'link' | 'revoke' | null
  readonly onClose: () => void
}

function Confirms({ person, asking, onClose, onChanged, onLinked }: ConfirmsProps) {
  const { people } = useMessages()
  const { id: as } = useCapacity()
  const announce = useAnnounce()
  const makeLink = async () => {
    const made = await newLink(as, person.id)
    if (isFailure(made)) return made
    onLinked(made)
    return null
  }
  const withdraw = async () => {
    const done = await revoke(as, person.id)
    if (isFailure(done)) return done
    announce(people.revokedDone(person.name))
    onChanged()
    return null
  }
  return (
    <>
      <ConfirmDialog
        title={people.newLink}
        isOpen={asking === 'link'}
        onClose={onClose}
        confirm={people.newLink}
        onConfirm={makeLink}
      >
        <p>{people.newLinkConfirm(person.name)}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={people.revokeTitle}
        isOpen={asking === 'revoke'}
        onClose={onClose}
        confirm={people.revokeTitle}
        danger
        onConfirm={withdraw}
      >
        <p>{people.revokeConfirm(person.name)}</p>
      </ConfirmDialog>
    </>
  )
}
