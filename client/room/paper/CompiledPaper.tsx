import { useDeferredValue, useMemo } from 'react'
import { type CompiledLine, compilation, type Piece } from '../../../shared/projection.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor, useProposed } from '../floor.tsx'
import { type Proposal, revised, spoken } from '../proposals.ts'
import { OpenedWords, PaperBlock } from './PaperBlock.tsx'

/** The compilation text: every tabled proposal in brackets with its sponsors; `live`, drafts as they grow too. */
export function CompiledPaper({ live = false }: { readonly live?: boolean }) {
  const { blocks, labels, record } = useFloor()
  const { proposals: latest } = useProposed()
  // Never in the way of what the reader does: in a full room it is much to lay out.
  const proposals = useDeferredValue(latest)
  const { room } = useMessages()
  const { punctuation, language } = record.declaration
  const entered = useMemo(
    () => proposals.filter((it) => it.is === 'amendment' || (live && revised(it) === null)),
    [proposals, live],
  )
  const lines = useMemo(
    () => compilation(blocks, labels, punctuation, entered.map(toProjection)),
    [blocks, labels, punctuation, entered],
  )
  return (
    <div className="paper-text" lang={language}>
      {entered.length === 0 && !live ? <p className="paper-note">{room.paper.noProposals}</p> : null}
      {lines.map((line) => (
        <PaperBlock key={line.id} {...line} isStruck={line.pieces.length === 0}>
          <Pieces line={line} />
        </PaperBlock>
      ))}
    </div>
  )
}

const toProjection = ({ is, id, sponsors, edits }: Proposal) => ({
  id: is === 'amendment' ? id : null,
  sponsors,
  edits,
})

function Pieces({ line: { pieces, kind } }: { readonly line: CompiledLine }) {
  return pieces.map((piece, index) => (
    <PieceOf
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and are drawn anew together
      key={index}
      piece={piece}
      isFirst={index === 0}
      kind={kind}
    />
  ))
}

interface PieceProps {
  readonly piece: Piece
  readonly isFirst: boolean
  readonly kind: CompiledLine['kind']
}

function PieceOf({ piece, isFirst, kind }: PieceProps) {
  const { opened, open } = useFloor()
  const { room } = useMessages()
  if (piece.kind === 'words') return isFirst ? <OpenedWords text={piece.text} kind={kind} /> : piece.text
  if (piece.kind === 'bracketed') return <span className="bracketed">{piece.text}</span>
  const [id] = piece.ids
  const who = piece.sponsors.join(', ')
  const name = piece.ids.length === 1 && id ? spoken(id) : who
  const body = (
    <>
      [<span className="ghost-who">{piece.sponsors.length > 1 ? who : name}</span>{' '}
      <span className={piece.text ? 'ghost-words' : 'ghost-says'}>{piece.text || room.paper.deletes}</span>]
    </>
  )
  if (!id) return <span className="ghost ghost-live">{body}</span>
  return (
    <button
      type="button"
      className={opened === id ? 'ghost is-open' : 'ghost'}
      onClick={(event) => {
        event.stopPropagation()
        open(id)
      }}
    >
      {body}
    </button>
  )
}
