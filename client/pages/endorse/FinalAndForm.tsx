import { useMemo, useRef } from 'react'
import type { SignatoryAnswer } from '../../../shared/api.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useCapacity } from '../../api/session.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { EndorseForm } from './EndorseForm.tsx'
import { Enrolment } from './Enrolment.tsx'
import { FinalText } from './FinalText.tsx'
import { ReadIn } from './ReadIn.tsx'
import { hashOfShown, readWords, type WordsOfVersion } from './shown.ts'
import { useReading } from './useReading.ts'

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
export function FinalAndForm(props: FinalAndFormProps) {
  const { answer, version } = props
  const words = useMemo(() => readWords(answer.words ?? '', version.hash), [answer.words, version.hash])
  return words ? (
    <ReadAndSign {...props} authentic={words} />
  ) : (
    <Problem failure={{ refused: 'endorsement/other-text', detail: '' }} />
  )
}

/** `authentic`: the words of the version, by its hash, in whichever language they are read. */
function ReadAndSign(props: FinalAndFormProps & { readonly authentic: WordsOfVersion }) {
  const { answer, isAnswered, version, isOpen, onDone, authentic } = props
  const page = useRef<HTMLDivElement>(null)
  const { role } = useCapacity()
  const { language, words, hash, failure, reload, choose } = useReading(answer, authentic)
  const { signing, signatory, languages } = answer
  const mayEnrol = isOpen || (role === 'signatory' && !answer.endorsement && answer.stage !== 'closed')
  return (
    <>
      <ReadIn
        laid={languages.map((it) => it.language)}
        authentic={authentic.language}
        language={language}
        onChange={choose}
      />
      {failure ? <Problem failure={failure} onRetry={reload} /> : null}
      {words ? <FinalText key={hash} words={words} page={page} /> : null}
      {isAnswered && words ? null : <Spinner />}
      {isAnswered && mayEnrol && signing ? (
        <Enrolment listed={signatory?.key ?? null} state={signing} onDone={onDone} />
      ) : null}
      {isAnswered && words && isOpen && signatory?.key ? (
        <EndorseForm
          answer={answer}
          version={version}
          signingKey={signatory.key}
          labels={authentic.blocks.map(({ label }) => label).filter((label) => label !== '')}
          language={language}
          isShown={() => page.current !== null && hashOfShown(page.current, words) === hash}
          onDone={onDone}
        />
      ) : null}
    </>
  )
}
