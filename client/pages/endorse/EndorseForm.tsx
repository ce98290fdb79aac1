import { useState } from 'react'
import type { SignatoryAnswer } from '../../../shared/api.ts'
import type { SigningKey } from '../../../shared/endorsement.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { useCapacity } from '../../api/session.tsx'
import { Button } from '../../design/plain/Button.tsx'
import { TextField } from '../../design/plain/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import { EndorseDialog } from './EndorseDialog.tsx'
import { endorsing } from './instrument.ts'
import { putOnRecord } from './putOnRecord.ts'
import { areComplete, NO_REMARKS, Remarks, remarksOf } from './Remarks.tsx'

export interface EndorseFormProps {
  readonly answer: SignatoryAnswer
  readonly version: VersionHead
  /** As published: what the record will check the signature with. */
  readonly signingKey: SigningKey
  /** Of the clauses. */
  readonly labels: readonly string[]
  /** In which the text stands there. */
  readonly language: string
  /** Whether the words that stand in the page at this moment have the hash that they must have, recomputed. */
  readonly isShown: () => boolean
  readonly onDone: () => void
}

export function EndorseForm(props: EndorseFormProps) {
  const { answer, version, signingKey, labels, language, isShown, onDone } = props
  const { endorse } = useMessages()
  const capacity = useCapacity()
  const nameOf = useCapacityName()
  const [name, setName] = useState(capacity.name)
  const [title, setTitle] = useState(capacity.title)
  const [remarks, setRemarks] = useState(NO_REMARKS)
  const [confirming, setConfirming] = useState(false)
  const [other, setOther] = useState(false)
  const said = { name: name.trim(), title: title.trim() }
  const complete = said.name !== '' && said.title !== '' && areComplete(remarks)

  const review = () => {
    const same = isShown()
    setOther(!same)
    setConfirming(same)
  }
  const send = async () => {
    const by = { capacity: capacity.id, state: capacity.delegation ?? '', ...said }
    const failure = await putOnRecord({
      declaration: answer.declaration.id,
      capacity: capacity.id,
      key: signingKey,
      deed: 'text.endorse',
      instrument: (now) =>
        isShown()
          ? endorsing(now, version, by, remarksOf(remarks))
          : { refused: 'endorsement/other-text', detail: '' },
    })
    onDone()
    return failure
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
      <Remarks
        title={endorse.remarks}
        hint={endorse.remarksHint}
        labels={labels}
        value={remarks}
        onChange={setRemarks}
      />
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
        authentic={answer.declaration.language}
        language={language}
        name={said.name}
        title={said.title}
        remarks={remarksOf(remarks)}
        onConfirm={send}
      />
    </section>
  )
}
