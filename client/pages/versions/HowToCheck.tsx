import type { DeclarationId } from '../../../shared/ids.ts'
import { fingerprintOf, readKey } from '../../../shared/signed-note.ts'
import program from '../../../verify/paraph-verify.mjs?url'
import states from '../../../verify/states.mjs?url'
import { saveAs } from '../../api/save.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Hash } from '../../design/parts/Hash.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Seen } from '../../witness/seen.ts'
import '../../design/parts/Hash.css'

export interface HowToCheckProps {
  readonly declaration: DeclarationId
  /** What the browser remembers; null while it has seen nothing. */
  readonly seen: Seen | null
}

/** How anybody checks the record without this server, and what to keep for that. */
export function HowToCheck({ declaration, seen }: HowToCheckProps) {
  const { ledger } = useMessages()
  const { steps } = ledger
  const key = seen && readKey(seen.key)
  return (
    <details className="how-to-check">
      <summary>{ledger.how}</summary>
      <ol>
        <li>
          {steps.program}{' '}
          <a href={program} download="paraph-verify.mjs">
            {steps.saveProgram}
          </a>{' '}
          <span className="muted">{steps.trust}</span>
        </li>
        <li>
          {steps.states}{' '}
          <a href={states} download="states.mjs">
            {steps.saveStates}
          </a>
        </li>
        <li>
          {steps.run}
          <code className="verify-command" dir="ltr">
            node paraph-verify.mjs {declaration}.record.json
          </code>
        </li>
        {key ? (
          <li>
            {steps.fingerprint} <Hash hash={fingerprintOf(key)} />
          </li>
        ) : null}
        {seen ? (
          <li>
            {steps.keep}
            <div className="no-print">
              <Button size="small" onPress={() => saveAs(`${declaration}.checkpoint.txt`, seen.checkpoint)}>
                <Icon name="download" />
                {steps.saveCheckpoint}
              </Button>
            </div>
          </li>
        ) : null}
      </ol>
    </details>
  )
}
