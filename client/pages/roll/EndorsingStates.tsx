import { inOrder } from '../../../shared/delegation.ts'
import type { Endorsement } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useLanguage, useMessages } from '../../i18n.tsx'

/** In the alphabetical order of the reader's language. */
export function EndorsingStates({ endorsements }: { readonly endorsements: readonly Endorsement[] }) {
  const { roll } = useMessages()
  const { language } = useLanguage()
  const { conference } = useConference()
  const byState = new Map(endorsements.map((it) => [it.state, it]))
  const ordered = inOrder(conference?.delegations ?? [], language).flatMap(
    ({ code }) => byState.get(code) ?? [],
  )
  return (
    <section className="stack">
      <h2>{roll.list}</h2>
      <ol className="roll-list">
        {ordered.map((endorsement) => (
          <Entry key={endorsement.state} endorsement={endorsement} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ endorsement }: { readonly endorsement: Endorsement }) {
  const { common } = useMessages()
  const { moment } = useDates()
  const { state, name, title, at, statement } = endorsement
  return (
    <li className="roll-entry">
      <h3 className="roll-state">
        <DelegationChip code={state} show="name" size="medium" />
      </h3>
      <p>
        {name}, <span className="muted">{title}</span>
      </p>
      <time className="muted small numeric" dateTime={at}>
        {moment(at)}
      </time>
      {statement ? (
        <details className="roll-statement">
          <summary>{common.statements[statement.kind]}</summary>
          <blockquote>{statement.words}</blockquote>
        </details>
      ) : null}
    </li>
  )
}
