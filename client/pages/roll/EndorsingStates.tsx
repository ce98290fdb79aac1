import { memo, useMemo } from 'react'
import { inOrder } from '../../../shared/delegation.ts'
import { type Endorsement, remarksOf } from '../../../shared/roll.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useLanguage, useMessages } from '../../i18n.tsx'
import { useRemarkClauses } from '../endorse/RemarkFacts.tsx'

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
  const { common, endorse } = useMessages()
  const { moment } = useDates()
  const clausesOf = useRemarkClauses()
  const { state, name, title, at, paper, addendum } = endorsement
  const marks = [paper ? endorse.onRoll.paper : null, addendum ? endorse.onRoll.addendum(addendum) : null]
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
      {marks.map((mark) =>
        mark ? (
          <p key={mark} className="muted small">
            {mark}
          </p>
        ) : null,
      )}
      {remarksOf(endorsement).map((remark) => (
        <details key={remark.kind} className="roll-statement">
          <summary>{common.statements[remark.kind]}</summary>
          <blockquote>{[clausesOf(remark), remark.words].filter((it) => it !== '').join('\n')}</blockquote>
        </details>
      ))}
    </li>
  )
})
