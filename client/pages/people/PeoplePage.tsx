import { useState } from 'react'
import { Link } from 'react-router'
import type { Accredited, Person } from '../../../shared/api.ts'
import { getPeople } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { Button } from '../../design/parts/Button.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { PageHead } from '../../design/parts/PageHead.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useLanguage, useMessages } from '../../i18n.tsx'
import { WaitingKeys } from '../signing/WaitingKeys.tsx'
import { AccreditDialog } from './AccreditDialog.tsx'
import { byState } from './byState.ts'
import { GroupsSection } from './GroupsSection.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import './People.css'
import { PersonRow } from './PersonRow.tsx'

export function PeoplePage() {
  const { people } = useMessages()
  const capacity = useCapacity()
  const { asked, reload } = useAsk(capacity.id, () => getPeople(capacity.id))
  const [accrediting, setAccrediting] = useState(false)
  const [link, setLink] = useState<Accredited | null>(null)
  const button = (
    <Button kind="primary" onPress={() => setAccrediting(true)}>
      {people.accredit}
    </Button>
  )
  const linked = (made: Accredited) => {
    setLink(made)
    reload()
  }
  return (
    <Page title={people.title}>
      <div className="people">
        <PageHead
          title={people.title}
          lead={people.lead}
          actions={
            capacity.role === 'secretariat' ? (
              <>
                <Link className="button button-quiet button-medium" to={`/as/${capacity.id}/refused`}>
                  {people.toTrail}
                </Link>
                {button}
              </>
            ) : null
          }
        />
        {capacity.role === 'secretariat' ? <WaitingKeys level={2} onSettled={reload} /> : null}
        {asked.is === 'loading' ? <Spinner /> : null}
        {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
        {asked.is === 'ready' && asked.value.length === 0 ? (
          <EmptyState title={people.empty} actions={button}>
            {people.emptyHelp}
          </EmptyState>
        ) : null}
        {asked.is === 'ready' && asked.value.length > 0 ? (
          <PeopleByState people={asked.value} onChanged={reload} onLinked={linked} />
        ) : null}
        {capacity.role === 'secretariat' ? <GroupsSection onDissolved={reload} /> : null}
        <AccreditDialog isOpen={accrediting} onClose={() => setAccrediting(false)} onAccredited={linked} />
        <LinkDialog link={link} onClose={() => setLink(null)} />
      </div>
    </Page>
  )
}

interface PeopleByStateProps {
  readonly people: readonly Person[]
  readonly onChanged: () => void
  readonly onLinked: (made: Accredited) => void
}

function PeopleByState({ people: all, onChanged, onLinked }: PeopleByStateProps) {
  const { people } = useMessages()
  const { language } = useLanguage()
  const { nameOf } = useConference()
  const [wanted, setWanted] = useState('')
  const groups = byState(all, { wanted, language, nameOf })
  return (
    <>
      <div className="people-tools">
        <TextField label={people.search} value={wanted} onChange={setWanted} />
        <p className="muted small numeric" role="status">
          {people.persons(groups.reduce((sum, group) => sum + group.people.length, 0))}
          {' · '}
          {people.states(groups.filter(({ code }) => code !== null).length)}
        </p>
      </div>
      {groups.length === 0 ? <p className="muted">{people.noneFound}</p> : null}
      {groups.map(({ code, people: those }) => (
        <section key={code ?? ''} className="people-state">
          <h2>{code ? <DelegationChip code={code} show="name" size="medium" /> : people.meetingStaff}</h2>
          <ul className="people-list">
            {those.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                by={all.find(({ id }) => id === person.accreditedBy)?.name ?? null}
                onChanged={onChanged}
                onLinked={onLinked}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
