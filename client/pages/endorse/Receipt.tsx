import { Link } from 'react-router'
import type { DeclarationHead, Endorsement, VersionHead } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { saveAs } from '../../api/save.ts'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { Hash } from '../../design/parts/Hash.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { useMessages } from '../../i18n.tsx'
import { receiptText } from './receiptText.ts'

export interface ReceiptProps {
  readonly endorsement: Endorsement
  readonly version: VersionHead
  readonly declaration: DeclarationHead
}

export function Receipt({ endorsement, version, declaration }: ReceiptProps) {
  const { common, endorse, people } = useMessages()
  const { meeting, nameOf, flagOf } = useConference()
  const { exact } = useDates()
  const { state, name, title, at, hash, act, statement } = endorsement
  const facts: readonly (readonly [string, string])[] = [
    [endorse.state, nameOf(state)],
    [people.name, name],
    [people.office, title],
    [endorse.at, `${exact(at)} (${at})`],
    [endorse.text, version.symbol],
    ...(statement ? [[common.statements[statement.kind], statement.words] as const] : []),
    [endorse.hash, hash],
  ]
  const save = () => saveAs(`${declaration.id}-${state}.txt`, receiptText(meeting, endorse.act(act), facts))
  return (
    <section className="receipt" aria-live="polite">
      <div className="receipt-head">
        <Flag alpha2={flagOf(state)} size="large" />
        <h2>{endorse.receiptLead(nameOf(state), version.symbol)}</h2>
      </div>
      <dl className="facts">
        <dt>{people.name}</dt>
        <dd>{name}</dd>
        <dt>{people.office}</dt>
        <dd>{title}</dd>
        <dt>{endorse.at}</dt>
        <dd>
          <time dateTime={at}>{exact(at)}</time> <span className="muted">({endorse.act(act)})</span>
        </dd>
        {statement ? (
          <>
            <dt>{common.statements[statement.kind]}</dt>
            <dd className="endorse-words">{statement.words}</dd>
          </>
        ) : null}
        <dt>{endorse.hash}</dt>
        <dd>
          <Hash hash={hash} />
        </dd>
      </dl>
      <p className="muted small">{endorse.keep}</p>
      <div className="row no-print">
        <Button onPress={() => window.print()}>
          <Icon name="print" />
          {common.print}
        </Button>
        <Button onPress={save}>
          <Icon name="download" />
          {endorse.save}
        </Button>
        <Link to="../roll">{endorse.toRoll}</Link>
      </div>
    </section>
  )
}
