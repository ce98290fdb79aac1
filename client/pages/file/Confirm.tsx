import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Room } from '../../../shared/bringing.ts'
import type { CommandInput, Performed } from '../../../shared/command.ts'
import type { FoundChange, FoundComment } from '../../../shared/found.ts'
import { command } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { RadioGroup } from '../../design/parts/RadioGroup.tsx'
import { draftsOf, type Into } from './chosen.ts'
import { useFileWords } from './useFileWords.ts'

export interface ConfirmProps {
  readonly declaration: string
  /** Those that are ticked. */
  readonly changes: readonly FoundChange[]
  readonly comments: readonly FoundComment[]
  readonly room: Room
  /** Whether drafts can be opened now. */
  readonly mayOpen: boolean
  /** Reads the file once more: the text has moved on under it. */
  readonly onStale: () => void
}

/** What is ticked becomes drafts of one's own delegation, which are tabled, or not, like any other. */
export function Confirm({ declaration, changes, comments, room, mayOpen, onStale }: ConfirmProps) {
  const file = useFileWords()
  const { id: capacity } = useCapacity()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const [into, setInto] = useState<Into>('one')
  const [isPrivate, setPrivate] = useState(false)
  const [atWork, setAtWork] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const drafts = draftsOf(changes, into, room)
  const done = useRef(new Set<string>())
  const perform = async () => {
    setAtWork(true)
    setFailure(null)
    const failed = await performAll(
      [
        ...drafts.map(
          (brings): CommandInput => ({
            do: 'draft.open',
            brings,
            sharing: isPrivate ? 'private' : 'live',
          }),
        ),
        ...comments.map(said),
      ],
      (body) => command(declaration, capacity, body),
      done.current,
    )
    setAtWork(false)
    if (failed) return setFailure(failed)
    if (drafts.length > 0) announce(file.done(drafts.length))
    navigate(`/as/${capacity}/d/${declaration}`)
  }
  const nothing = drafts.length + comments.length === 0
  const label =
    drafts.length === 0
      ? file.confirmComments
      : drafts.length === 1
        ? file.confirm(changes.length)
        : file.confirmMany(drafts.length)
  return (
    <div className="file-confirm no-print">
      {changes.length > 1 ? (
        <RadioGroup
          label={file.into}
          look="segments"
          value={into}
          onChange={setInto}
          choices={[
            { id: 'one', name: file.oneDraft },
            { id: 'clauses', name: file.byClause },
          ]}
        />
      ) : null}
      {drafts.length > 0 ? (
        <Checkbox isSelected={isPrivate} onChange={setPrivate}>
          {file.keepPrivate}
        </Checkbox>
      ) : null}
      {into === 'one' && drafts.length > 1 ? <p role="status">{file.inParts(drafts.length)}</p> : null}
      {mayOpen ? null : <p role="status">{file.notNow}</p>}
      {failure ? (
        <Problem
          failure={failure}
          {...(failure.refused === 'clause/other-words' ? { onRetry: onStale } : {})}
        />
      ) : null}
      <div className="row">
        <Button kind="primary" isDisabled={nothing || !mayOpen} isPending={atWork} onPress={perform}>
          {label}
        </Button>
        {nothing ? <span className="muted small">{file.nothingTicked}</span> : null}
      </div>
    </div>
  )
}

/** One after the other; stops at the first that is refused. What was done is not done again when it goes on from there. */
async function performAll(
  bodies: readonly CommandInput[],
  perform: (body: CommandInput) => Promise<Performed | Failure>,
  done: Set<string>,
): Promise<Failure | null> {
  for (const body of bodies) {
    const what = JSON.stringify(body.do === 'draft.open' ? body.brings : body)
    if (done.has(what)) continue
    const answer = await perform(body)
    if (isFailure(answer)) return answer
    done.add(what)
  }
  return null
}

const said = ({ clause, quote, at, words, answers }: FoundComment): CommandInput =>
  answers
    ? { do: 'comment.reply', thread: answers, words }
    : { do: 'comment.make', on: { clause, quote, at }, words }
