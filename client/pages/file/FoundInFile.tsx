import { useState } from 'react'
import type { Found } from '../../../shared/found.ts'
import type { BlockId } from '../../../shared/ids.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { may } from '../../../shared/policy.ts'
import { useCapacity } from '../../api/session.tsx'
import { useDates } from '../../dates.ts'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { useMessages } from '../../i18n.tsx'
import { ChangeCard } from './ChangeCard.tsx'
import { Confirm } from './Confirm.tsx'
import { allOf, toggled } from './chosen.ts'
import { FoundComments } from './FoundComments.tsx'
import { LostChanges } from './LostChanges.tsx'
import { useFileWords } from './useFileWords.ts'

export interface FoundInFileProps {
  readonly found: Found
  readonly view: RoomView
  readonly onStale: () => void
}

/** What somebody changed, clause by clause, to be looked at and ticked. */
export function FoundInFile({ found, view, onStale }: FoundInFileProps) {
  const file = useFileWords()
  const { common } = useMessages()
  const { role } = useCapacity()
  const [chosen, choose] = useState(() => allOf(found))
  const { declaration, stage, clauses } = view.record
  const { language } = declaration
  const nameOf = (clause: BlockId) =>
    clauses[clause]?.label ? common.clause(clauses[clause].label) : common.title
  const untracked = found.changes.filter(({ tracked }) => tracked !== 'yes').length
  const isEmpty = found.changes.length + found.comments.length + found.lost.length === 0
  return (
    <>
      <IssuedAs found={found} />
      {isEmpty ? <EmptyState title={file.foundNone}>{file.foundNoneHelp}</EmptyState> : null}
      {untracked > 0 ? (
        <p className="file-warning" role="status">
          <Icon name="warning" />
          <span>{file.untracked(untracked)}</span>
        </p>
      ) : null}
      {found.changes.length > 0 ? (
        <section className="file-part" aria-label={file.found(found.changes.length)}>
          <h2>{file.found(found.changes.length)}</h2>
          <ul className="file-list">
            {found.changes.map((change) => (
              <ChangeCard
                key={`${change.clause} ${change.kind}`}
                {...{ change, language, nameOf }}
                isTicked={chosen.changes.has(change)}
                onTick={() => choose({ ...chosen, changes: toggled(chosen.changes, change) })}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <FoundComments
        {...{ comments: found.comments, ticked: chosen.comments, language, nameOf }}
        onTick={(comment) => choose({ ...chosen, comments: toggled(chosen.comments, comment) })}
      />
      <LostChanges lost={found.lost} language={language} />
      {found.changes.length + found.comments.length > 0 ? (
        <Confirm
          declaration={declaration.id}
          changes={found.changes.filter((it) => chosen.changes.has(it))}
          comments={found.comments.filter((it) => chosen.comments.has(it))}
          room={found.room}
          mayOpen={may(role, 'draft.open', stage)}
          onStale={onStale}
        />
      ) : null}
    </>
  )
}

/** Which of our files it is, and what of it can't be taken over. */
function IssuedAs({ found: { issued, oddities } }: Pick<FoundInFileProps, 'found'>) {
  const file = useFileWords()
  const { documents } = useMessages()
  const { moment } = useDates()
  const { view, symbol, at } = issued
  const what = documents.what[view]
  const odd = oddities.map(({ what: oddity, count }) => file.oddities[oddity](count)).join(', ')
  return (
    <>
      <p>{symbol ? file.issued.version(what, symbol) : file.issued.moment(what, moment(at))}</p>
      {odd ? <p className="muted small">{file.leftOut(odd)}</p> : null}
    </>
  )
}
