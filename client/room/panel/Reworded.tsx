import { useMemo } from 'react'
import type { Amendment } from '../../../shared/amendment.ts'
import { movesOfText } from '../../../shared/edits.ts'
import { rewordings } from '../../../shared/rewording.ts'
import { MovedClauses } from '../../design/parts/MovedClauses.tsx'
import { useMessages } from '../../i18n.tsx'
import { shortened } from '../excerpt.ts'
import { useFloor } from '../floor.tsx'
import { Redline } from './Redline.tsx'

/** What the wording in force changed in the one before: a reader who knew that one reads nothing else. */
export function Reworded({ amendment }: { readonly amendment: Amendment }) {
  const { amending } = useMessages()
  const { blocks, record, nameOf } = useFloor()
  const [before, now] = amendment.revisions.slice(-2)
  const changes = useMemo(
    () => (before && now ? rewordings(blocks, before.edits, now.edits) : []),
    [blocks, before, now],
  )
  if (!before || !now) return null
  const moves = movesOfText(now.edits).filter(
    (move) => !movesOfText(before.edits).some((it) => it.clause === move.clause && it.after === move.after),
  )
  return (
    <details className="reworded">
      <summary>{amending.change(before.revision, now.revision)}</summary>
      {changes.length + moves.length === 0 ? <p className="muted small">{amending.changeSame}</p> : null}
      <MovedClauses moves={moves} nameOf={nameOf} />
      {changes.map(({ clause, isNew, spans }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes have no other name, and are drawn anew together
        <div key={index}>
          {clause && !isNew ? <p className="redline-place">{nameOf(clause)}</p> : null}
          <Redline spans={shortened(spans)} language={record.declaration.language} />
        </div>
      ))}
    </details>
  )
}
