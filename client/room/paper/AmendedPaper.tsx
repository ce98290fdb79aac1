import { useState } from 'react'
import type { TextAnswer, TextBlock } from '../../../shared/api.ts'
import type { CopiedBlock, CopiedSpan } from '../../../shared/copied.ts'
import type { AmendmentId } from '../../../shared/ids.ts'
import { getText } from '../../api/api.ts'
import { useAsk } from '../../api/useAsk.ts'
import { StoodAfter } from '../../design/parts/MovedClauses.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'
import { ChooseAmendments } from './ChooseAmendments.tsx'
import { CleanPaper, openedSpans } from './CleanPaper.tsx'
import { DiscussedWords } from './DiscussedWords.tsx'
import { PaperBlock } from './PaperBlock.tsx'
import { PaperTools } from './PaperTools.tsx'
import { useOnly } from './useOnly.ts'

/** The text as any ticked amendments would leave it: the server's own computation, which accepting them is too. */
export function AmendedPaper() {
  const { declaration, capacity, record, blocks } = useFloor()
  const [ticked, setTicked] = useState<readonly AmendmentId[]>([])
  // Asked again when the text or an amendment moves: every official act is a new state.
  const key = ticked.length === 0 ? null : `${ticked.join()} ${record.acts} ${blocks.length}`
  const { asked, reload } = useAsk<TextAnswer>(key, () =>
    getText(declaration, capacity.id, 'amended', { amendments: ticked }),
  )
  return (
    <>
      <ChooseAmendments ticked={ticked} onChange={setTicked} />
      {ticked.length === 0 ? <CleanPaper plainly /> : null}
      {asked.is === 'loading' && key ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {asked.is === 'ready' && key ? <Amended blocks={asked.value.blocks} ticked={ticked} /> : null}
    </>
  )
}

function Amended(props: { readonly blocks: readonly TextBlock[]; readonly ticked: readonly AmendmentId[] }) {
  const { blocks, ticked } = props
  const { language } = useFloor().record.declaration
  const { paper } = useMessages().room
  const only = useOnly()
  const shown = blocks.filter(only.shows)
  return (
    <>
      <PaperTools
        name={paper.amendedBy(ticked.map(spoken).join(', '))}
        only={only}
        blocks={() => shown.map((block) => copiedBlock(block, language))}
      />
      <div className="paper-text" lang={language}>
        {shown.map((block) => (
          <AmendedBlock key={block.id} block={block} />
        ))}
      </div>
    </>
  )
}

function AmendedBlock({ block: { spans, moved, ...line } }: { readonly block: TextBlock }) {
  const { common } = useMessages()
  const { nameOf } = useFloor()
  // What is kept or deleted are the words of the text as it stands, one after the other.
  let at = 0
  const placed = spans.map((span) => {
    const here = { ...span, at }
    if (span.op !== 'inserted') at += span.text.length
    return here
  })
  return (
    <PaperBlock {...line}>
      {moved ? (
        <StoodAfter
          from={moved.from}
          amendment={moved.amendment && spoken(moved.amendment)}
          nameOf={nameOf}
        />
      ) : null}
      {placed.map(({ op, text, amendment, at: from }, index) => {
        // Spans have no other name, and are drawn anew together.
        const key = index
        if (op === 'kept') {
          return <DiscussedWords key={key} clause={line.id} kind={line.kind} text={text} at={from} />
        }
        const Tag = op === 'inserted' ? 'ins' : 'del'
        const by = amendment ? spoken(amendment) : ''
        const title = op === 'inserted' ? common.broughtBy(by) : common.deletedBy(by)
        return (
          <Tag key={key} title={title} data-by={by}>
            {op === 'deleted' ? <DiscussedWords clause={line.id} kind="title" text={text} at={from} /> : text}
          </Tag>
        )
      })}
    </PaperBlock>
  )
}

function copiedBlock({ kind, label, end, spans }: TextBlock, language: string): CopiedBlock {
  const copied = spans.flatMap(({ op, text }, index): readonly CopiedSpan[] => {
    if (op !== 'kept') return [{ text, look: op }]
    return index === 0 ? openedSpans(text, kind, language) : [{ text, look: 'plain' }]
  })
  return { kind, label, spans: [...copied, { text: end, look: 'plain' }] }
}
