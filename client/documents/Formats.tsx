import type { DocumentFormat } from '../../shared/document.ts'
import { Button } from '../design/parts/Button.tsx'
import { Icon } from '../design/parts/Icon.tsx'
import { Problem } from '../design/parts/Problem.tsx'
import { useMessages } from '../i18n.tsx'
import { type AskDocument, useMaking } from './useMaking.ts'

export interface FormatsProps {
  readonly formats: readonly DocumentFormat[]
  /** Whether there is anything to ask for yet. */
  readonly isReady: boolean
  readonly ask: AskDocument
}

/** The kinds of file: pressed, each is made and saved, and says meanwhile that it is being made. */
export function Formats({ formats, isReady, ask }: FormatsProps) {
  const { common, documents } = useMessages()
  const { making, make, cancel } = useMaking(ask)
  const made = making.is === 'making' ? making.format : null
  return (
    <fieldset className="formats">
      <legend className="field-label">{documents.formats}</legend>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <Button
              isDisabled={!isReady || (made !== null && made !== format)}
              isPending={made === format}
              onPress={() => make(format)}
            >
              <Icon name="download" />
              {documents.format[format]}
            </Button>
            <span className="muted small">{documents.for[format]}</span>
          </li>
        ))}
      </ul>
      <div className="formats-making" role="status">
        {made ? (
          <>
            <span>{documents.making(documents.format[made])}</span>
            <Button kind="quiet" size="small" onPress={cancel}>
              {common.cancel}
            </Button>
          </>
        ) : null}
        {making.is === 'saved' ? (
          <span className="formats-saved">
            <Icon name="check" />
            {documents.saved(making.name)}
          </span>
        ) : null}
      </div>
      {making.is === 'failed' ? (
        <Problem failure={making.failure} onRetry={() => make(making.format)} />
      ) : null}
    </fieldset>
  )
}
