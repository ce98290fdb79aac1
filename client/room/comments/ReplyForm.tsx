import { type FormEvent, useState } from 'react'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { MentionArea } from './MentionArea.tsx'

export interface ReplyFormProps {
  /** True once the words have been taken. */
  readonly onSend: (words: string) => Promise<boolean>
  readonly onDone: () => void
}

/** Words in reply to a comment or a note. */
export function ReplyForm({ onSend, onDone }: ReplyFormProps) {
  const { room, common } = useMessages()
  const [words, setWords] = useState('')
  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (words.trim() === '') return
    if (await onSend(words)) onDone()
  }
  return (
    <form className="stack-tight" onSubmit={send}>
      <MentionArea label={room.comments.reply} value={words} onChange={setWords} autoFocus onSend={send} />
      <div className="row">
        <Button type="submit" size="small" isDisabled={words.trim() === ''}>
          {room.comments.reply}
        </Button>
        <Button size="small" kind="quiet" onPress={onDone}>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}
