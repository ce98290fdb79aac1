import { type Added, type Edits, type Moved, movesOfText } from '../../../shared/edits.ts'
import type { BlockId } from '../../../shared/ids.ts'
import type { Block } from '../../../shared/text.ts'
import { MovedClauses } from '../../design/parts/MovedClauses.tsx'
import { useMessages } from '../../i18n.tsx'
import { bareExcerpt, excerpt } from '../excerpt.ts'
import { useFloor } from '../floor.tsx'
import { Redline } from './Redline.tsx'

export interface EditsRedlineProps {
  readonly edits: Edits
  /** Only what concerns this clause; everything, with the clauses' names, where it is null. */
  readonly clause: BlockId | null
  /** Whether the offsets are those of the text as it stands; else the words are shown without their place. */
  readonly inPlace: boolean
  /** What the edits amend, where it is not the text itself. */
  readonly on?: readonly Block[]
}

/** Edits as a person reads them: struck and inserted words in their clause, and new clauses whole. */
export function EditsRedline({ edits, clause, inPlace, on }: EditsRedlineProps) {
  const { record, nameOf, blocks } = useFloor()
  const base = on ?? blocks
  const { language } = record.declaration
  const order = base.map(({ id }) => id)
  const clauses = [...new Set(edits.hunks.map((hunk) => hunk.clause))]
    .filter((id) => clause === null || id === clause)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const moves = movesOfText(edits).filter((move) => isHere(move, clause))
  const added = edits.added.filter(({ id, after }) => clause === null || after === clause || id === clause)
  return (
    <div className="stack-tight">
      {clauses.map((id) => {
        const hunks = edits.hunks.filter((hunk) => hunk.clause === id)
        return (
          <div key={id}>
            {clause === null ? <p className="redline-place">{nameOf(id)}</p> : null}
            <Redline
              spans={
                inPlace
                  ? excerpt(base.find((block) => block.id === id)?.text ?? '', hunks)
                  : bareExcerpt(hunks)
              }
              language={language}
            />
          </div>
        )
      })}
      <MovedClauses moves={moves} nameOf={nameOf} />
      {added.map((block) => (
        <NewClause key={block.id} block={block} language={language} />
      ))}
    </div>
  )
}

/** It is told where the clause stands, and where it would stand. */
const isHere = (move: Moved, clause: BlockId | null): boolean =>
  clause === null || move.clause === clause || move.after === clause

function NewClause({ block, language }: { readonly block: Added; readonly language: string }) {
  const { labels } = useFloor()
  const { room } = useMessages()
  const label = block.after ? labels[block.after] : ''
  return (
    <div>
      <p className="redline-place">{label ? room.card.addsAfter(label) : room.card.addsFirst}</p>
      <Redline spans={[{ op: 'inserted', text: block.text }]} language={language} />
    </div>
  )
}
