import { useMemo, useRef } from 'react'
import type { EndorsingAnswer } from '../../../shared/api.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useCapacity } from '../../api/session.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { EndorseForm } from './EndorseForm.tsx'
import { Enrolment } from './Enrolment.tsx'
import { FinalText } from './FinalText.tsx'
import { hashOfShown, readWords } from './shown.ts'

export interface FinalAndFormProps {
  readonly answer: EndorsingAnswer
  readonly version: VersionHead
  /** Whether this person may endorse now. */
  readonly isOpen: boolean
  readonly onDone: () => void
}

/** The text in full, then the form: what is endorsed is what stands above it. */
export function FinalAndForm({ answer, version, isOpen, onDone }: FinalAndFormProps) {
  const page = useRef<HTMLDivElement>(null)
  const { role } = useCapacity()
  const words = useMemo(() => readWords(answer.words ?? '', version.hash), [answer.words, version.hash])
  if (!words) return <Problem failure={{ refused: 'endorsement/other-text', detail: '' }} />
  const mayEnrol = role === 'signatory' && !answer.endorsement && answer.stage !== 'closed'
  return (
    <>
      <FinalText words={words} page={page} />
      {isOpen || mayEnrol ? <Enrolment listed={answer.signatory?.key ?? null} /> : null}
      {isOpen && answer.signatory?.key ? (
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
