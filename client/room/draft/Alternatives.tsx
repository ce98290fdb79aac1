import { type RefObject, useState } from 'react'
import { saysNothingNew } from '../../../shared/carried.ts'
import type { Edits } from '../../../shared/edits.ts'
import { movesOfText } from '../../../shared/edits.ts'
import type { Draft } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { MovedClauses } from '../../design/parts/MovedClauses.tsx'
import type { EditorHandle } from '../../editor/Editor.tsx'
import { useMessages } from '../../i18n.tsx'
import { bareExcerpt } from '../excerpt.ts'
import { useFloor, useProposed } from '../floor.tsx'
import { Redline } from '../panel/Redline.tsx'
import { type Proposal, spoken } from '../proposals.ts'

export interface AlternativesProps {
  readonly draft: Draft
  readonly edits: Edits
  readonly editor: RefObject<EditorHandle | null>
}

/** Rivals between which the desk seeks a middle: each under its own name, and none in the draft until it is taken. */
export function Alternatives({ draft, edits, editor }: AlternativesProps) {
  const { proposals } = useProposed()
  const { compromise } = useMessages()
  const [said, say] = useState('')
  const all = proposals.filter(({ id }) => draft.alternatives?.includes(id))
  if (all.length === 0) return null
  return (
    <section className="alternatives" aria-labelledby="alternatives-title">
      <p>
        <strong id="alternatives-title">{compromise.alternatives}</strong>{' '}
        <span className="muted small">{compromise.alternativesHint}</span>
      </p>
      <ul className="alternatives-list">
        {all.map((proposal) => (
          <Alternative
            key={proposal.id}
            proposal={proposal}
            isTaken={saysNothingNew(proposal.edits, [edits])}
            editor={editor}
            onTake={say}
          />
        ))}
      </ul>
      {/* Nothing is announced over what one presses next: the button says it too. */}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  )
}

function Alternative(
  props: Pick<AlternativesProps, 'editor'> & {
    readonly proposal: Proposal
    readonly isTaken: boolean
    readonly onTake: (said: string) => void
  },
) {
  const { proposal, isTaken, editor, onTake } = props
  const { record, nameOf } = useFloor()
  const { flagOf, isGroup } = useConference()
  const { compromise } = useMessages()
  const id = spoken(proposal.id)
  const take = () => {
    editor.current?.take(proposal.edits)
    onTake(compromise.taken(id))
  }
  const { hunks, added } = proposal.edits
  return (
    <li className="alternative">
      <span>
        <Flag alpha2={flagOf(proposal.sponsor)} size="small" isGroup={isGroup(proposal.sponsor)} />{' '}
        <strong className="numeric">{id}</strong>
      </span>
      <Redline
        spans={[
          ...bareExcerpt(hunks),
          ...added.map(({ text }) => ({ op: 'inserted' as const, text: ` ${text}` })),
        ]}
        language={record.declaration.language}
      />
      <MovedClauses moves={movesOfText(proposal.edits)} nameOf={nameOf} />
      <Button
        size="small"
        aria-label={isTaken ? compromise.isTaken(id) : compromise.take(id)}
        isDisabled={isTaken}
        onPress={take}
      >
        {isTaken ? compromise.takenSign : compromise.takeWords}
      </Button>
    </li>
  )
}
