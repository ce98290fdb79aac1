import type { Person } from '../../../shared/api.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { getPeople } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

export interface OpenEndorsementProps {
  readonly version: VersionHead
  /** Of the addendum that is opened; null for the text itself. */
  readonly addendum: string | null
  readonly onClose: () => void
}

/** Shows who will be published, then publishes them and opens: two acts, in this order. */
export function OpenEndorsement({ version, addendum, onClose }: OpenEndorsementProps) {
  const { opening } = useMessages()
  const { capacity, perform } = useDesk()
  const { asked, reload } = useAsk(capacity, () => getPeople(capacity))
  const all = asked.is === 'ready' ? asked.value.filter(isSignatory) : []
  const title = addendum ? opening.addendum(addendum) : opening.open
  const open = async () => {
    const failure = await perform({ do: 'signatories.list' }, opening.published)
    return failure ?? perform({ do: 'endorsement.open', hash: version.hash }, opening.opened)
  }
  return (
    <ConfirmDialog
      title={title}
      isOpen
      onClose={onClose}
      confirm={title}
      isDisabled={all.length === 0}
      onConfirm={open}
    >
      {asked.is === 'loading' ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {asked.is === 'ready' ? (
        <p>{all.length === 0 ? opening.openNobody : opening.openLead(version.symbol)}</p>
      ) : null}
      <ul className="signatories">
        {all.map((person) => (
          <Signatory key={person.id} person={person} />
        ))}
      </ul>
    </ConfirmDialog>
  )
}

const isSignatory = ({ role, revoked }: Person): boolean => role === 'signatory' && revoked === null

function Signatory({ person: { name, delegation, signing } }: { readonly person: Person }) {
  const { opening } = useMessages()
  const { nameOf } = useConference()
  const key = signing?.confirmed
  return (
    <li className="signatory">
      <span>
        <strong>{delegation ? nameOf(delegation) : ''}</strong> {name}
      </span>
      {key ? (
        <code className="small muted" dir="ltr">
          {key.spki.slice(-12)}
        </code>
      ) : (
        <span className="small muted">{opening.withoutKey}</span>
      )}
    </li>
  )
}
