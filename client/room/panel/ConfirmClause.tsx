import { useState } from 'react'
import { wordsOfClause } from '../../../shared/clause.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

/** The delegation whose capital is awaited confirms the clause itself, in exactly the words that it reads. */
export function ConfirmClause() {
  const { selected, record, texts, capacity, may, nameOf, perform } = useFloor()
  const { confirming } = useMessages()
  const announce = useAnnounce()
  const [asking, ask] = useState(false)
  const { delegation } = capacity
  const status = selected === null ? undefined : record.clauses[selected]
  if (selected === null || delegation === null || !status?.awaiting.includes(delegation)) return null
  if (!may('clause.confirm')) return null
  const words = texts.get(selected) ?? ''
  const name = nameOf(selected)
  return (
    <div className="stack-tight">
      <p className="small">{confirming.awaited}</p>
      <div>
        <Button size="small" kind="primary" onPress={() => ask(true)}>
          {confirming.open}
        </Button>
      </div>
      <ConfirmDialog
        title={confirming.title(name)}
        isOpen={asking}
        onClose={() => ask(false)}
        confirm={confirming.open}
        onConfirm={async () => {
          const answer = await perform({
            do: 'clause.confirm',
            clause: selected,
            words: wordsOfClause(selected, words),
          })
          if (isFailure(answer)) return answer
          announce(confirming.done(name))
          return null
        }}
      >
        <blockquote className="quote" lang={record.declaration.language} dir="auto">
          {words}
        </blockquote>
        <p className="muted small">{confirming.hint}</p>
      </ConfirmDialog>
    </div>
  )
}
