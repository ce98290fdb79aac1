import type { Finding } from '../../../shared/certificate-check.ts'
import { Hash } from '../../design/parts/Hash.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'

export interface CheckedProps {
  /** Null while it is being checked. */
  readonly findings: readonly Finding[] | null
  readonly hash: string
  readonly symbol: string
  /** The address of the certificate. */
  readonly file: string
}

/** What this browser found when it checked the roll by itself, and the file that anybody can check without it. */
export function Checked({ findings, hash, symbol, file }: CheckedProps) {
  const { certificate: say, roll } = useMessages()
  return (
    <section className="verify">
      <h2>{roll.verify}</h2>
      {findings === null ? <Spinner /> : <p>{roll.checkedHere}</p>}
      <ul className="verify-findings">
        {findings?.map(({ check, is, about = '' }) => (
          <li key={check} className={`is-${is}`}>
            {is === 'wrong' ? say.checks[check].wrong(about) : say.checks[check][is]}
          </li>
        ))}
      </ul>
      <h3>{roll.hashOf(symbol)}</h3>
      <Hash hash={hash} />
      <SaveCertificate file={file} />
    </section>
  )
}

export function SaveCertificate({ file }: { readonly file: string }) {
  const { roll } = useMessages()
  return (
    <div className="stack-tight no-print">
      <p>
        <a className="button button-secondary button-small" href={file} download>
          <Icon name="download" />
          {roll.certificate}
        </a>
      </p>
      <p className="muted small">{roll.certificateHint}</p>
    </div>
  )
}
