import { useMemo, useState } from 'react'
import type { TextAnswer, TextBlock } from '../../../shared/api.ts'
import type { AmendmentId } from '../../../shared/ids.ts'
import { getText } from '../../api/api.ts'
import { useAsk } from '../../api/useAsk.ts'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor, useProposed } from '../floor.tsx'
import { rivalsAmong, spoken } from '../proposals.ts'
import { CleanPaper } from './CleanPaper.tsx'
import { OpenedWords, PaperBlock } from './PaperBlock.tsx'

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
      <Choose ticked={ticked} onChange={setTicked} />
      {ticked.length === 0 ? <CleanPaper /> : null}
      {asked.is === 'loading' && key ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {asked.is === 'ready' && key ? (
        <div className="paper-text" lang={record.declaration.language}>
          {asked.value.blocks.map((block) => (
            <AmendedBlock key={block.id} block={block} />
          ))}
        </div>
      ) : null}
    </>
  )
}

function Choose(props: {
  readonly ticked: readonly AmendmentId[]
  readonly onChange: (ticked: readonly AmendmentId[]) => void
}) {
  const { ticked, onChange } = props
  const { texts } = useFloor()
  const { proposals } = useProposed()
  const { room } = useMessages()
  const pending = useMemo(() => proposals.filter(({ is }) => is === 'amendment'), [proposals])
  const chosen = pending.filter(({ id }) => ticked.includes(id))
  const clash = rivalsAmong(chosen, chosen, texts).size > 0
  return (
    <fieldset className="amended-choose">
      <legend>{room.paper.chooseAmendments}</legend>
      {pending.length === 0 ? <p className="muted small">{room.paper.nothingToChoose}</p> : null}
      <div className="amended-list">
        {pending.map(({ id, sponsor }) => (
          <Checkbox
            key={id}
            isSelected={ticked.includes(id)}
            onChange={(on) => onChange(on ? [...ticked, id] : ticked.filter((it) => it !== id))}
          >
            <DelegationChip code={sponsor} /> {spoken(id).slice(sponsor.length)}
          </Checkbox>
        ))}
      </div>
      {pending.length > 0 && ticked.length === 0 ? (
        <p className="muted small">{room.paper.chooseFirst}</p>
      ) : null}
      {clash ? <p className="amended-rivals">{room.paper.rival}</p> : null}
    </fieldset>
  )
}

function AmendedBlock({ block: { spans, ...line } }: { readonly block: TextBlock }) {
  const { common } = useMessages()
  return (
    <PaperBlock {...line}>
      {spans.map(({ op, text, amendment }, index) => {
        // Spans have no other name, and are drawn anew together.
        const key = index
        if (op === 'kept' && index === 0) return <OpenedWords key={key} text={text} kind={line.kind} />
        if (op === 'kept') return <span key={key}>{text}</span>
        const Tag = op === 'inserted' ? 'ins' : 'del'
        const by = amendment ? spoken(amendment) : ''
        const title = op === 'inserted' ? common.broughtBy(by) : common.deletedBy(by)
        return (
          <Tag key={key} title={title} data-by={by}>
            {text}
          </Tag>
        )
      })}
    </PaperBlock>
  )
}
