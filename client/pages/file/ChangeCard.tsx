import type { FoundChange } from '../../../shared/found.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { MovedClauses } from '../../design/parts/MovedClauses.tsx'
import { Redline, type RedlinePiece } from '../../design/parts/Redline.tsx'
import { readingOf } from '../desk/reading.ts'
import { useFileWords } from './useFileWords.ts'

export interface ChangeCardProps {
  readonly change: FoundChange
  readonly language: string
  readonly nameOf: (clause: BlockId) => string
  readonly isTicked: boolean
  readonly onTick: () => void
}

/** One clause: as it stands, and beside it as it would read. */
export function ChangeCard({ change, language, nameOf, isTicked, onTick }: ChangeCardProps) {
  const file = useFileWords()
  const { clause, kind, stands, brought, tracked, movedOn, authors } = change
  const name = clause === null ? file.first : kind === 'new' ? file.after(nameOf(clause)) : nameOf(clause)
  return (
    <li className="file-change">
      <div className="file-change-head">
        <Checkbox
          isSelected={isTicked}
          onChange={onTick}
          aria-label={file.takeIn(`${name}, ${file.kind[kind]}`)}
        >
          <strong>{name}</strong>
        </Checkbox>
        <Badge>{file.kind[kind]}</Badge>
        {tracked === 'yes' ? null : (
          <Badge tone="warning">{tracked === 'no' ? file.untrackedBadge : file.partlyBadge}</Badge>
        )}
      </div>
      <div className="file-sides">
        <div>
          <p className="file-side-label">{file.stands}</p>
          {stands ? (
            <p className="file-words" lang={language} dir="auto">
              {stands}
            </p>
          ) : (
            <p className="muted">{file.nothing}</p>
          )}
        </div>
        <div>
          <p className="file-side-label">{file.would}</p>
          <MovedClauses moves={brought.moved} nameOf={nameOf} />
          {stands ? <Words pieces={readingOf(stands, brought.hunks)} language={language} /> : null}
          {brought.added.map(({ id, text }) => (
            <Words key={id} pieces={[{ op: 'inserted', text, amendment: null }]} language={language} />
          ))}
        </div>
      </div>
      {movedOn ? <p className="small">{file.movedOn}</p> : null}
      {authors.length > 0 ? <p className="small muted">{file.by(authors.join(', '))}</p> : null}
    </li>
  )
}

const Words = ({
  pieces,
  language,
}: {
  readonly pieces: readonly RedlinePiece[]
  readonly language: string
}) => (
  <p className="file-words" lang={language} dir="auto">
    <Redline pieces={pieces} />
  </p>
)
