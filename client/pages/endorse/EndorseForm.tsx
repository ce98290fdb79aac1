import { useState } from 'react'
import type { DeclarationId, Sha256 } from '../../../shared/ids.ts'
import type { Statement, VersionHead } from '../../../shared/record.ts'
import { command } from '../../api/api.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { RadioGroup } from '../../design/parts/RadioGroup.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import { EndorseDialog } from './EndorseDialog.tsx'

export interface EndorseFormProps {
  readonly version: VersionHead
  readonly declaration: DeclarationId
  /** Recomputed from the words that stand in the page at this moment. */
  readonly hashOnScreen: () => Sha256
}

type Attached = Statement['kind'] | 'none'

export function EndorseForm({ version, declaration, hashOnScreen }: EndorseFormProps) {
  const { endorse } = useMessages()
  const capacity = useCapacity()
  const nameOf = useCapacityName()
  const [name, setName] = useState(capacity.name)
  const [title, setTitle] = useState(capacity.title)
  const [attached, setAttached] = useState<Attached>('none')
  const [words, setWords] = useState('')
  const [confirming, setConfirming] = useState(false)
  const [other, setOther] = useState(false)
  const statement = attached === 'none' ? null : { kind: attached, words: words.trim() }
  const complete = name.trim() !== '' && title.trim() !== '' && statement?.words !== ''

  const review = () => {
    const same = hashOnScreen() === version.hash
    setOther(!same)
    setConfirming(same)
  }
  const send = async () => {
    const hash = hashOnScreen()
    if (hash !== version.hash) return { refused: 'endorsement/other-text' as const, detail: '' }
    const done = await command(declaration, capacity.id, {
      do: 'text.endorse',
      hash,
      name: name.trim(),
      title: title.trim(),
      statement,
    })
    return isFailure(done) ? done : null
  }

  return (
    <section className="endorse-form" aria-labelledby="endorse-statement">
      <h2 id="endorse-statement" className="endorse-statement">
        {endorse.statement(nameOf(capacity))}
      </h2>
      <TextField label={endorse.name} value={name} onChange={setName} maxLength={200} autoComplete="name" />
      <TextField
        label={endorse.office}
        value={title}
        onChange={setTitle}
        maxLength={300}
        autoComplete="organization-title"
      />
      <RadioGroup
        label={endorse.attach}
        value={attached}
        onChange={setAttached}
        choices={[
          { id: 'none', name: endorse.attachNone },
          { id: 'explanation', name: endorse.explanation },
          { id: 'reservation', name: endorse.reservation },
        ]}
      />
      {attached === 'none' ? null : (
        <TextArea
          label={endorse.statementWords}
          hint={endorse.statementHint}
          value={words}
          onChange={setWords}
          maxLength={5_000}
        />
      )}
      {other ? (
        <p className="problem" role="alert">
          {endorse.otherWords}
        </p>
      ) : null}
      <Button kind="primary" size="large" isDisabled={!complete} onPress={review}>
        {endorse.review}
      </Button>
      <EndorseDialog
        isOpen={confirming}
        onClose={() => setConfirming(false)}
        version={version}
        name={name.trim()}
        title={title.trim()}
        statement={statement}
        onConfirm={send}
      />
    </section>
  )
}
