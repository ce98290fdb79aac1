import { useState } from 'react'
import type { DeclarationId } from '../../../shared/ids.ts'
import type { VersionHead } from '../../../shared/record.ts'
import type { LanguageVersion } from '../../../shared/roll.ts'
import { getVersion } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { saveAs } from '../../api/save.ts'
import { useCapacity } from '../../api/session.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Hash } from '../../design/parts/Hash.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { useMessages } from '../../i18n.tsx'
import { useLanguageName } from '../../useLanguageName.ts'
import { SaveCertificate } from './Checked.tsx'

export interface VerifyProps {
  readonly version: VersionHead
  /** The text in other languages. */
  readonly languages: readonly LanguageVersion[]
  readonly declaration: DeclarationId
}

/** The hash, and how anybody can compute it without us. */
export function Verify({ version, languages, declaration }: VerifyProps) {
  const { endorse, roll } = useMessages()
  const languageName = useLanguageName()
  const { id: capacity } = useCapacity()
  const [failure, setFailure] = useState<Failure | null>(null)
  const file = `${declaration}-${version.number}.json`
  const save = async () => {
    const answer = await getVersion(declaration, capacity, version.number)
    setFailure(isFailure(answer) ? answer : null)
    if (!isFailure(answer)) saveAs(file, answer.words, 'application/json')
  }
  return (
    <section className="verify">
      <h2>{roll.verify}</h2>
      <p>{roll.verifyText}</p>
      <p className="verify-command" dir="ltr">
        <code>sha256sum {file}</code>
      </p>
      <h3>{roll.hashOf(version.symbol)}</h3>
      <Hash hash={version.hash} />
      {languages.map(({ language, words }) => (
        <div key={language}>
          <h3>{endorse.reading.laid(languageName(language))}</h3>
          <Hash hash={words} />
        </div>
      ))}
      <SaveCertificate file={`/api/declarations/${declaration}/certificate?as=${capacity}`} />
      {failure ? <Problem failure={failure} /> : null}
      <div className="no-print">
        <Button size="small" onPress={save}>
          <Icon name="download" />
          {roll.download}
        </Button>
      </div>
    </section>
  )
}
