import { useDeferredValue, useMemo } from 'react'
import type { CopiedBlock, CopiedSpan } from '../../../shared/copied.ts'
import { type CompiledLine, compilation, deletesIn, type Piece } from '../../../shared/projection.ts'
import { openingChanges, type Strength } from '../../../shared/strength.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor, useProposed } from '../floor.tsx'
import { type Proposal, revised, spoken } from '../proposals.ts'
import { StrengthSign } from '../StrengthSign.tsx'
import { openedSpans } from './CleanPaper.tsx'
import { OpenedWords, PaperBlock } from './PaperBlock.tsx'
import { PaperTools } from './PaperTools.tsx'
import { useOnly } from './useOnly.ts'

/** The compilation text: every tabled proposal in brackets with its sponsors; `live`, drafts as they grow too. */
export function CompiledPaper({ live = false }: { readonly live?: boolean }) {
  const { blocks, labels, record, texts } = useFloor()
  const { proposals: latest } = useProposed()
  // Never in the way of what the reader does: in a full room it is much to lay out.
  const proposals = useDeferredValue(latest)
  const { room } = useMessages()
  const only = useOnly()
  const { punctuation, language } = record.declaration
  const entered = useMemo(
    () => proposals.filter((it) => it.is === 'amendment' || (live && revised(it) === null)),
    [proposals, live],
  )
  const lines = useMemo(
    () => compilation(blocks, labels, punctuation, entered.map(toProjection)),
    [blocks, labels, punctuation, entered],
  )
  const strengths = useMemo(() => strengthsOf(entered, texts, language), [entered, texts, language])
  const shown = lines.filter(only.shows)
  return (
    <>
      <PaperTools
        name={live ? room.tools.live : room.tools.compilation}
        only={only}
        blocks={() => shown.map((line) => copiedLine(line, language))}
      />
      <div className="paper-text" lang={language}>
        {entered.length === 0 && !live ? <p className="paper-note">{room.paper.noProposals}</p> : null}
        {shown.map((line) => (
          <PaperBlock key={line.id} {...line} isStruck={line.pieces.length === 0}>
            <Pieces line={line} strengths={strengths} />
          </PaperBlock>
        ))}
      </div>
    </>
  )
}

const toProjection = ({ is, id, sponsors, edits }: Proposal) => ({
  id: is === 'amendment' ? id : null,
  // Words that nobody has confirmed yet stand under their number alone.
  sponsors: sponsors.length > 0 ? sponsors : [spoken(id)],
  edits,
})

/** By amendment and clause: how the opening that it proposes binds. */
type Strengths = ReadonlyMap<string, Strength>

const strengthsOf = (
  proposals: readonly Proposal[],
  texts: ReadonlyMap<string, string>,
  language: string,
): Strengths =>
  new Map(
    proposals.flatMap(({ id, edits }) =>
      openingChanges(edits, texts, language).map(({ clause, strength }) => [`${id} ${clause}`, strength]),
    ),
  )

function Pieces(props: { readonly line: CompiledLine; readonly strengths: Strengths }) {
  const { line, strengths } = props
  // Of several changes in one clause, only one that stands at its beginning changes the opening.
  const opens = (index: number) => line.pieces.slice(0, index).every(({ kind }) => kind !== 'words')
  return line.pieces.map((piece, index) => {
    const [id] = piece.kind === 'proposal' && opens(index) ? piece.ids : []
    return (
      <PieceOf
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and are drawn anew together
        key={index}
        piece={piece}
        isFirst={index === 0}
        kind={line.kind}
        strength={id ? (strengths.get(`${id} ${line.id}`) ?? null) : null}
      />
    )
  })
}

interface PieceProps {
  readonly piece: Piece
  readonly isFirst: boolean
  readonly kind: CompiledLine['kind']
  readonly strength: Strength | null
}

function PieceOf({ piece, isFirst, kind, strength }: PieceProps) {
  const { opened, open, record } = useFloor()
  if (piece.kind === 'words') return isFirst ? <OpenedWords text={piece.text} kind={kind} /> : piece.text
  if (piece.kind === 'bracketed') return <span className="bracketed">{piece.text}</span>
  const [id] = piece.ids
  const who = piece.sponsors.join(', ')
  const name = piece.ids.length === 1 && id ? spoken(id) : who
  const body = (
    <>
      [<span className="ghost-who">{piece.sponsors.length > 1 ? who : name}</span>{' '}
      <span className={piece.text ? 'ghost-words' : 'ghost-says'}>
        {piece.text || deletesIn(record.declaration.language)}
      </span>
      {strength ? <StrengthSign strength={strength} /> : null}]
    </>
  )
  if (!id) return <span className="ghost ghost-live">{body}</span>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element can't break over lines as words do
    <span
      role="button"
      tabIndex={0}
      className={opened === id ? 'ghost is-open' : 'ghost'}
      onClick={(event) => {
        event.stopPropagation()
        open(id)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        open(id)
      }}
    >
      {body}
    </span>
  )
}

/** `[FRA, BRA: le danger]`, as negotiators write it. */
function copiedLine({ kind, label, end, pieces }: CompiledLine, language: string): CopiedBlock {
  const spans = pieces.flatMap((piece, index): readonly CopiedSpan[] => {
    if (piece.kind === 'words') {
      return index === 0 ? openedSpans(piece.text, kind, language) : [{ text: piece.text, look: 'plain' }]
    }
    if (piece.kind === 'bracketed') {
      return [{ text: piece.text.replace(/\S(.*\S)?/s, '[$&]'), look: 'plain' }]
    }
    const words = piece.text || deletesIn(language)
    return [{ text: ` [${piece.sponsors.join(', ')}: ${words}] `, look: 'proposed' }]
  })
  return { kind, label, spans: [...spans, { text: end, look: 'plain' }] }
}
