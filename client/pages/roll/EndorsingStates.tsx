import { memo, useMemo } from 'react'
import { inOrder } from '../../../shared/delegation.ts'
import type { Endorsement } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useLanguage, useMessages } from '../../i18n.tsx'

/** Those that endorse with what they say, then those that don't: what the map shows, in words. */
export function EndorsingStates({ endorsements }: { readonly endorsements: readonly Endorsement[] }) {
  const { roll } = useMessages()
  const ordered = useOrdered()
  const byState = new Map(endorsements.map((it) => [it.state, it]))
  const others = ordered.filter(({ code, invited }) => invited && !byState.has(code))
  return (
    <>
      {endorsements.length > 0 ? (
        <section className="stack">
          <h2>{roll.list}</h2>
          <ol className="roll-list">
            {ordered.map(({ code }) => {
              const endorsement = byState.get(code)
              return endorsement ? <Entry key={code} endorsement={endorsement} /> : null
            })}
          </ol>
        </section>
      ) : null}
      {others.length > 0 ? (
        <details className="roll-others no-print">
          <summary>{roll.others(others.length)}</summary>
          <ul className="roll-others-list">
            {others.map(({ code }) => (
              <li key={code}>
                <DelegationChip code={code} show="name" />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

/** In the alphabetical order of the reader's language. */
function useOrdered() {
  const { language } = useLanguage()
  const { conference } = useConference()
  return useMemo(() => inOrder(conference?.delegations ?? [], language), [conference, language])
}

// An endorsement never changes: the others' lines stay as they are when one comes in.
const Entry = memo(function Entry({ endorsement }: { readonly endorsement: Endorsement }) {
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
})
