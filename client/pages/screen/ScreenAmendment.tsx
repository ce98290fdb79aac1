import { sponsorsOf } from '../../../shared/amendment.ts'
import { movesOfText } from '../../../shared/edits.ts'
import type { Labels } from '../../../shared/numbering.ts'
import type { Line } from '../../../shared/projection.ts'
import { useConference } from '../../api/conference.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { MovedClauses } from '../../design/parts/MovedClauses.tsx'
import { useMessages } from '../../i18n.tsx'
import { excerpt } from '../../room/excerpt.ts'
import { Redline } from '../../room/panel/Redline.tsx'
import type { Item } from '../desk/agenda.ts'

export interface ScreenAmendmentProps {
  readonly item: Item
  readonly line: Line
  readonly labels: Labels
  readonly language: string
}

/** Around a change on the wall stands only as much as one needs to find it. */
const AROUND = 28

/** An amendment as the hall reads it: whose it is, and its words in their place. */
export function ScreenAmendment({
  item: { amendment, edits },
  line,
  labels,
  language,
}: ScreenAmendmentProps) {
  const { nameOf, flagOf } = useConference()
  const { room, common } = useMessages()
  const hunks = edits.hunks.filter(({ clause }) => clause === line.id)
  const added = edits.added.filter(({ after }) => after === line.id)
  const moves = movesOfText(edits).filter(({ clause, after }) => clause === line.id || after === line.id)
  const nameOfClause = (id: string) => (labels[id] ? common.clause(labels[id]) : common.title)
  const [sponsor = amendment.sponsor, ...others] = sponsorsOf(amendment)
  return (
    <li className="screen-amendment">
      <h3 className="screen-name">
        <Flag alpha2={flagOf(sponsor)} size="medium" />
        {amendment.id.replace('-', ' ')}
        {others.length > 0 ? <span className="screen-with">{others.map(nameOf).join(', ')}</span> : null}
      </h3>
      {hunks.length > 0 ? <Redline spans={excerpt(line.text, hunks, AROUND)} language={language} /> : null}
      <MovedClauses moves={moves} nameOf={nameOfClause} />
      {added.map(({ id, text }) => (
        <div key={id}>
          <p className="screen-with">{line.label ? room.card.addsAfter(line.label) : room.card.addsFirst}</p>
          <Redline spans={[{ op: 'inserted', text }]} language={language} />
        </div>
      ))}
    </li>
  )
}
