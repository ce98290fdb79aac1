import { Fragment, type MouseEvent, useDeferredValue, useMemo } from 'react'
import {
  type CompiledLine,
  compilation,
  type Piece,
  plainPiece,
  saidIn,
} from '../../../shared/compilation.ts'
import type { CopiedBlock, CopiedSpan } from '../../../shared/copied.ts'
import { openingChanges, type Strength } from '../../../shared/strength.ts'
import { isAfterSpace } from '../../editor/ghosts.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor, useProposed } from '../floor.tsx'
import { type Proposal, revised, spoken } from '../proposals.ts'
import { StrengthSign } from '../StrengthSign.tsx'
import { openedSpans } from './CleanPaper.tsx'
import { DiscussedWords } from './DiscussedWords.tsx'
import { PaperBlock } from './PaperBlock.tsx'
import { PaperTools } from './PaperTools.tsx'
import { useOnly } from './useOnly.ts'

/** The compilation text: every tabled proposal in brackets with its sponsors; `live`, drafts as they grow too. */
export function CompiledPaper({ live = false }: { readonly live?: boolean }) {
  const { blocks, labels, record, texts } = useFloor()
  const latest = useProposed()
  // Never in the way of what the reader does: in a full room it is much to lay out.
  const { proposals, subs } = useDeferredValue(latest)
  const { room } = useMessages()
  const only = useOnly()
  const { punctuation, language } = record.declaration
  const entered = useMemo(() => proposals.filter(isEntered(live)), [proposals, live])
  const lines = useMemo(
    () =>
      compilation(
        blocks,
        labels,
        punctuation,
        entered.map((it) => ({
          ...toProjection(it),
          subs: (subs.get(it.id) ?? []).filter(isEntered(live)).map(toProjection),
        })),
      ),
    [blocks, labels, punctuation, entered, subs, live],
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

/** Tabled; `live`, or growing beside what is tabled. */
const isEntered =
  (live: boolean) =>
  (it: Proposal): boolean =>
    it.is === 'amendment' || (live && revised(it) === null)

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
  // Words and bracketed words are those of the text, one after the other.
  let at = 0
  const placed = line.pieces.map((piece) => {
    const here = { piece, at }
    if (piece.kind !== 'proposal') at += piece.text.length
    return here
  })
  return placed.map(({ piece, at: from }, index) => {
    // Pieces have no other name, and are drawn anew together.
    const key = index
    const words =
      piece.kind === 'proposal' ? null : (
        <DiscussedWords clause={line.id} kind={line.kind} text={piece.text} at={from} />
      )
    if (piece.kind === 'words') return <Fragment key={key}>{words}</Fragment>
    if (piece.kind === 'bracketed') {
      return (
        <span key={key} className="bracketed">
          {words}
        </span>
      )
    }
    const [id] = opens(index) ? piece.ids : []
    return (
      <Alternative
        key={key}
        piece={piece}
        leads={leadsAt(line.pieces, index)}
        strength={id ? strengths.get(`${id} ${line.id}`) : undefined}
      />
    )
  })
}

/** Whether the space of the text stands before the piece, and not behind it. */
function leadsAt(pieces: readonly Piece[], index: number): boolean {
  const before = pieces.slice(0, index).findLast(({ kind }) => kind !== 'proposal')
  return isAfterSpace(before?.text ?? '')
}

interface AlternativeProps {
  readonly piece: Extract<Piece, { readonly kind: 'proposal' }>
  readonly leads: boolean
  readonly strength?: Strength | undefined
}

/** One alternative in its bracket; what amends its words stands within them, each to be opened on its own. */
function Alternative({ piece, leads, strength }: AlternativeProps) {
  const { opened, open, record } = useFloor()
  const [id] = piece.ids
  const who = piece.sponsors.join(', ')
  const name = id === undefined ? `${who} …` : sponsorsOrId(piece, spoken(id))
  const sign = strength ? <StrengthSign strength={strength} /> : null
  const words = (
    <span className={piece.text ? 'ghost-words' : 'ghost-says'}>
      {saidIn(piece, record.declaration.language)}
    </span>
  )
  const opens = (event: MouseEvent) => {
    event.stopPropagation()
    if (id) open(id)
  }
  const look = [
    'ghost',
    ...(leads ? ['ghost-leads'] : []),
    ...(id ? [] : ['ghost-live']),
    ...(id && opened === id ? ['is-open'] : []),
  ].join(' ')
  if (piece.within) {
    return (
      <span className={`${look} ghost-nest`}>
        [
        {id ? (
          <button type="button" className="ghost-who" onClick={opens}>
            {name}
          </button>
        ) : (
          <span className="ghost-who is-growing">{name}</span>
        )}{' '}
        <Nested pieces={piece.within} />
        {sign}]
      </span>
    )
  }
  const body = (
    <>
      [<span className={id ? 'ghost-who' : 'ghost-who is-growing'}>{name}</span> {words}
      {sign}]
    </>
  )
  if (!id) return <span className={look}>{body}</span>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element can't break over lines as words do
    <span
      role="button"
      tabIndex={0}
      className={look}
      onClick={opens}
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

/** One of one sponsor is told by its number. */
const sponsorsOrId = ({ sponsors, ids }: AlternativeProps['piece'], id: string): string =>
  sponsors.length > 1 || ids.length !== 1 ? sponsors.join(', ') : id

/** The words of a proposal, with what its sub-amendments would change in them. */
function Nested({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => {
    // Pieces have no other name, and are drawn anew together.
    const key = index
    if (piece.kind === 'proposal') {
      return <Alternative key={key} piece={piece} leads={leadsAt(pieces, index)} />
    }
    return (
      <span key={key} className={piece.kind === 'bracketed' ? 'ghost-words bracketed' : 'ghost-words'}>
        {piece.text}
      </span>
    )
  })
}

/** `[FRA, BRA: le danger]`, as negotiators write it. */
function copiedLine({ kind, label, end, pieces }: CompiledLine, language: string): CopiedBlock {
  const spans = pieces.flatMap((piece, index): readonly CopiedSpan[] => {
    if (piece.kind === 'words') {
      return index === 0 ? openedSpans(piece.text, kind, language) : [{ text: piece.text, look: 'plain' }]
    }
    const plain = plainPiece(piece, language)
    return [{ text: plain, look: piece.kind === 'bracketed' ? 'plain' : 'proposed' }]
  })
  return { kind, label, spans: [...spans, { text: end, look: 'plain' }] }
}
