import { type Edits, movesOfText } from '../../../shared/edits.ts'
import type { Block } from '../../../shared/text.ts'
import { MovedClauses } from '../../design/parts/MovedClauses.tsx'
import { Redline } from '../../design/parts/Redline.tsx'
import { useMessages } from '../../i18n.tsx'
import { readingOf } from './reading.ts'
import { useDesk } from './useDesk.ts'

/** "The text would read": each clause that the edits touch, with what comes and what goes. */
export function WouldRead({
  edits,
  on,
}: {
  readonly edits: Edits
  /** What they amend, where it is not the text itself. */
  readonly on?: readonly Block[]
}) {
  const { desk } = useMessages()
  const { room, view, nameOfClause } = useDesk()
  const { language } = view.record.declaration
  const clauses = (on ?? room.blocks)
    .map((block) => ({ block, hunks: edits.hunks.filter(({ clause }) => clause === block.id) }))
    .filter(({ hunks }) => hunks.length > 0)
  const moves = movesOfText(edits)
  if (clauses.length + edits.added.length + moves.length === 0) return null
  return (
    <div className="would-read">
      <p className="would-read-label">{desk.wouldRead}</p>
      {clauses.map(({ block, hunks }) => (
        <p key={block.id} className="desk-words" lang={language} dir="auto">
          {clauses.length > 1 ? <span className="would-read-clause">{nameOfClause(block.id)}</span> : null}
          <Redline
            pieces={readingOf(block.text, hunks)}
            {...(block.kind === 'clause' ? { opening: language } : {})}
          />
        </p>
      ))}
      <MovedClauses moves={moves} nameOf={nameOfClause} />
      {edits.added.map(({ id, after, text }) => (
        <p key={id} className="desk-words" lang={language} dir="auto">
          <span className="would-read-clause">
            {after ? desk.newClauseAfter(nameOfClause(after)) : desk.newClause}
          </span>
          <Redline pieces={[{ op: 'inserted', text, amendment: null }]} opening={language} />
        </p>
      ))}
    </div>
  )
}
