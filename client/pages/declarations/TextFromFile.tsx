import { useRef, useState } from 'react'
import type { FoundText } from '../../../shared/found.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { LONGEST_FILE, readText } from '../../api/file.ts'
import { useCapacity } from '../../api/session.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { useMessages } from '../../i18n.tsx'

export interface TextFromFileProps {
  readonly onFound: (found: FoundText) => void
}

/** What was found in a file stands in the fields, where it is looked at and changed before anything is laid. */
export function TextFromFile({ onFound }: TextFromFileProps) {
  const { declarations } = useMessages()
  const { lay } = declarations
  const { id: capacity } = useCapacity()
  const input = useRef<HTMLInputElement>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [atWork, setAtWork] = useState(false)
  const read = async (file: File) => {
    setFailure(null)
    if (file.size > LONGEST_FILE) return setFailure({ refused: 'request/too-large', detail: '' })
    setAtWork(true)
    const answer = await readText(capacity, file)
    setAtWork(false)
    if (isFailure(answer)) setFailure(answer)
    else onFound(answer)
  }
  return (
    <div className="stack-tight">
      <input
        ref={input}
        type="file"
        accept=".docx,.txt,.xml,.akn"
        hidden
        onChange={({ target }) => {
          const chosen = target.files?.item(0)
          if (chosen) void read(chosen)
          target.value = ''
        }}
      />
      <div className="row">
        <Button size="small" isPending={atWork} onPress={() => input.current?.click()}>
          {lay.fromFile}
        </Button>
        <span className="muted small">{lay.fromFileHint}</span>
      </div>
      {failure ? <Problem failure={failure} /> : null}
    </div>
  )
}
