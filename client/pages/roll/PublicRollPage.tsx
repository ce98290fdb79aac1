import { useEffect, useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Certificate } from '../../../shared/certificate.ts'
import { checkCertificate, type Finding } from '../../../shared/certificate-check.ts'
import { certifiedBy } from '../../../shared/certified.ts'
import { getPublicRoll } from '../../api/api.ts'
import { useAsk } from '../../api/useAsk.ts'
import { Page } from '../../design/parts/Page.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useEvery } from '../../useEvery.ts'
import { useIsFresh } from '../../useIsFresh.ts'
import { Checked } from './Checked.tsx'
import { PublicText } from './PublicText.tsx'
import { RollView } from './RollView.tsx'

/**
 * How often the public asks for news: while ministers sign, as often as the server has any for it; when nothing has
 * happened for a while, seldom, for there may be thousands who look.
 */
const WHILE_SIGNING = 5_000
const WHEN_QUIET = 10_000
const A_WHILE = 120_000

/** The final text and its roll for everybody, once the secretariat has published them; nobody is signed in here. */
export default function PublicRollPage() {
  const { declaration = '' } = useParams()
  const { common, roll } = useMessages()
  const { asked, reload } = useAsk(declaration, () => getPublicRoll(declaration))
  const checkpoint = asked.is === 'ready' ? asked.value.checkpoint : null
  useEvery(useIsFresh(checkpoint, A_WHILE) ? WHILE_SIGNING : WHEN_QUIET, reload)
  return (
    <Page title={roll.title} layout="wide">
      {asked.is === 'loading' ? <Spinner /> : null}
      {asked.is === 'failed' ? (
        <Problem failure={asked.failure} onRetry={reload}>
          <p>{roll.publish.notPublic}</p>
          <p>
            <Link to="/">{common.toStart}</Link>
          </p>
        </Problem>
      ) : null}
      {asked.is === 'ready' ? <PublicRoll certificate={asked.value} /> : null}
    </Page>
  )
}

function PublicRoll({ certificate }: { readonly certificate: Certificate }) {
  const { symbol, invited, accredited, words, declaration } = certificate
  // Its acts tell a certificate from the one before: what is asked every few seconds is checked once.
  const { checkpoint } = certificate
  // biome-ignore lint/correctness/useExhaustiveDependencies: the checkpoint stands for all of it
  const certified = useMemo(() => certifiedBy(certificate), [checkpoint])
  const findings = useFindings(certificate)
  return (
    <RollView
      symbol={symbol}
      isFinal
      endorsements={certified.endorsements}
      withdrawals={certified.withdrawals}
      invited={invited}
      accredited={accredited}
    >
      <Checked
        findings={findings}
        hash={certified.version?.hash ?? ''}
        symbol={symbol}
        file={`/api/public/${declaration}/certificate`}
      />
      <PublicText words={words} laid={certified.languages} />
    </RollView>
  )
}

/** Null while it is being checked. */
function useFindings(certificate: Certificate): readonly Finding[] | null {
  const [findings, found] = useState<readonly Finding[] | null>(null)
  const { checkpoint } = certificate
  // biome-ignore lint/correctness/useExhaustiveDependencies: the checkpoint stands for all of it
  useEffect(() => {
    let wanted = true
    checkCertificate(JSON.stringify(certificate), null).then((all) => wanted && found(all))
    return () => {
      wanted = false
    }
  }, [checkpoint])
  return findings
}
