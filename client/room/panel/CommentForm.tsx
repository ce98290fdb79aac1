import { type FormEvent, useState } from 'react'
import type { Subject } from '../../../shared/record.ts'
import { Button } from '../../design/parts/Button.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

export interface CommentFormProps {
  readonly on: Subject
  readonly onDone?: () => void
  readonly autoFocus?: boolean
}

export function CommentForm({ on, onDone, autoFocus = false }: CommentFormProps) {
  const { performAndTell } = useFloor()
  const { comments } = useMessages().room
  const [words, setWords] = useState('')
  const [sending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '' || sending) return
    setSending(true)
    const answer = await performAndTell({ do: 'comment.make', on, words }, '')
    setSending(false)
    if (!answer) return
    setWords('')
    onDone?.()
  }
  return (
    <form className="stack-tight" onSubmit={send}>
      <TextArea
        label={comments.label}
        placeholder={comments.placeholder}
        value={words}
        onChange={setWords}
        rows={2}
        maxLength={5000}
        autoFocus={autoFocus}
      />
      <div>
        <Button type="submit" size="small" isPending={sending} isDisabled={words.trim() === ''}>
          {comments.send}
        </Button>
      </div>
    </form>
  )
}
