import { type FormEvent, useState } from 'react'
import { voiceOf } from '../../../shared/delegation.ts'
import type { AmendmentId, BlockId } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { SegmentedControl } from '../../design/parts/RadioGroup.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { MentionArea } from './MentionArea.tsx'

export interface CommentFormProps {
  readonly on:
    | { readonly clause: BlockId; readonly quote: string | null; readonly at: number | null }
    | { readonly amendment: AmendmentId }
  readonly onDone?: () => void
  readonly autoFocus?: boolean
}

/** To the room, or for one's own delegation and nobody else. */
type Audience = 'room' | 'own'

export function CommentForm({ on, onDone, autoFocus = false }: CommentFormProps) {
  const { performAndTell, capacity } = useFloor()
  const { nameOf } = useConference()
  const { comments } = useMessages().room
  const [words, setWords] = useState('')
  const [sending, setSending] = useState(false)
  const [audience, setAudience] = useState<Audience>('room')
  const own = nameOf(voiceOf(capacity) ?? '')
  const isNote = audience === 'own'
  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (words.trim() === '' || sending) return
    setSending(true)
    const answer = await performAndTell({ do: isNote ? 'note.make' : 'comment.make', on, words }, '')
    setSending(false)
    if (!answer) return
    setWords('')
    onDone?.()
  }
  return (
    <form className={isNote ? 'stack-tight is-note' : 'stack-tight'} onSubmit={send}>
      <SegmentedControl<Audience>
        label={comments.audience}
        labelHidden
        value={audience}
        onChange={setAudience}
        choices={[
          { id: 'room', name: comments.toRoom },
          { id: 'own', name: comments.onlyFor(own) },
        ]}
      />
      <MentionArea
        label={isNote ? comments.note : comments.label}
        placeholder={isNote ? comments.notePlaceholder : comments.placeholder}
        value={words}
        onChange={setWords}
        autoFocus={autoFocus}
        onSend={send}
      />
      <div>
        <Button type="submit" size="small" isPending={sending} isDisabled={words.trim() === ''}>
          {isNote ? comments.keepNote : comments.send}
        </Button>
      </div>
    </form>
  )
}
