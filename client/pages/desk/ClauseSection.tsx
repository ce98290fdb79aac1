import { memo } from 'react'
import { Words } from '../../design/parts/Document.tsx'
import { useMessages } from '../../i18n.tsx'
import type { ClauseAgenda } from './agenda.ts'
import { DeskAmendment } from './DeskAmendment.tsx'
import { LadderControl } from './LadderControl.tsx'
import { PutOnScreen } from './PutOnScreen.tsx'
import { useDesk } from './useDesk.ts'
import { placeOfClause } from './useKeptPlace.ts'

export interface ClauseSectionProps {
  readonly agenda: ClauseAgenda
}

export const ClauseSection = memo(function ClauseSection({ agenda }: ClauseSectionProps) {
  const { desk, order } = useMessages()
  const { view, nameOfClause } = useDesk()
  const { block, groups, elsewhere } = agenda
  const { language } = view.record.declaration
  const isBusy = groups.length + elsewhere.length > 0
  return (
    <section className={isBusy ? 'desk-clause' : 'desk-clause desk-clause-calm'}>
      <header className="desk-clause-head">
        <h3 id={placeOfClause(block.id)} tabIndex={-1}>
          {nameOfClause(block.id)}
        </h3>
        <PutOnScreen clause={block.id} amendment={null} />
        {block.kind === 'clause' ? <LadderControl clause={block.id} /> : null}
      </header>
      <p className="desk-words" lang={language} dir="auto">
        {block.kind === 'title' ? block.text : <Words text={block.text} language={language} />}
      </p>
      {groups.map((group) => {
        const cards = group.map((item) => <DeskAmendment key={item.amendment.id} item={item} group={group} />)
        const [first] = group
        if (!first || group.length === 1) return cards
        return (
          <div key={first.amendment.id} className="desk-rivals">
            <p className="desk-rivals-label">
              {desk.rivals(group.map(({ amendment }) => amendment.id).join(', '))}
              {group.some(({ amendment }) => amendment.rank !== undefined) ? ` ${order.changed}` : null}
            </p>
            {cards}
          </div>
        )
      })}
      {elsewhere.map(({ amendment, clauses }) => (
        <p key={amendment.id} className="muted small">
          {desk.decidedAbove(amendment.id, nameOfClause(clauses[0] ?? ''))}
        </p>
      ))}
    </section>
  )
})
