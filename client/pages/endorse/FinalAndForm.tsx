import { useMemo, useRef } from 'react'
import type { SignatoryAnswer } from '../../../shared/api.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useCapacity } from '../../api/session.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { EndorseForm } from './EndorseForm.tsx'
import { Enrolment } from './Enrolment.tsx'
import { FinalText } from './FinalText.tsx'
import { hashOfShown, readWords } from './shown.ts'

export interface FinalAndFormProps {
  readonly answer: SignatoryAnswer
  /** Until then it is to be read, and nothing more. */
  readonly isAnswered: boolean
  readonly version: VersionHead
  /** Whether this person may endorse now. */
  readonly isOpen: boolean
  readonly onDone: () => void
}

/** The text in full, then the form: what is endorsed is what stands above it. */
export function FinalAndForm({ answer, isAnswered, version, isOpen, onDone }: FinalAndFormProps) {
  const page = useRef<HTMLDivElement>(null)
  const { role } = useCapacity()
  const words = useMemo(() => readWords(answer.words ?? '', version.hash), [answer.words, version.hash])
  if (!words) return <Problem failure={{ refused: 'endorsement/other-text', detail: '' }} />
  const { signing } = answer
  const mayEnrol = isOpen || (role === 'signatory' && !answer.endorsement && answer.stage !== 'closed')
  return (
    <>
      <FinalText words={words} page={page} />
      {isAnswered ? null : <Spinner />}
      {isAnswered && mayEnrol && signing ? (
        <Enrolment listed={answer.signatory?.key ?? null} state={signing} onDone={onDone} />
      ) : null}
      {isAnswered && isOpen && answer.signatory?.key ? (
        <EndorseForm
          answer={answer}
          version={version}
          signingKey={answer.signatory.key}
          labels={words.blocks.map(({ label }) => label).filter((label) => label !== '')}
          hashOnScreen={() => (page.current ? hashOfShown(page.current, words) : '')}
          onDone={onDone}
        />
      ) : null}
    </>
  )
}
