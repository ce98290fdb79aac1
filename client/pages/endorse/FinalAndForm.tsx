import { useMemo, useRef } from 'react'
import type { VersionAnswer } from '../../../shared/api.ts'
import type { DeclarationId } from '../../../shared/ids.ts'
import { EndorseForm } from './EndorseForm.tsx'
import { FinalText } from './FinalText.tsx'
import { hashOfShown, readWords } from './shown.ts'

export interface FinalAndFormProps {
  readonly answer: VersionAnswer
  readonly declaration: DeclarationId
  /** Whether this person may endorse now. */
  readonly open: boolean
}

/** The text in full, then the form: what is endorsed is what stands above it. */
export function FinalAndForm({ answer, declaration, open }: FinalAndFormProps) {
  const page = useRef<HTMLDivElement>(null)
  const words = useMemo(() => readWords(answer.words), [answer])
  return (
    <>
      <FinalText words={words} page={page} />
      {open ? (
        <EndorseForm
          version={answer.head}
          declaration={declaration}
          hashOnScreen={() => (page.current ? hashOfShown(page.current, words) : '')}
        />
      ) : null}
    </>
  )
}
