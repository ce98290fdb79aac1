import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DeclarationHead, VersionHead } from '../../../shared/record.ts'
import { type Endorsement, type LanguageVersion, remarksOf } from '../../../shared/roll.ts'
import { useConference } from '../../api/conference.tsx'
import { saveAs } from '../../api/save.ts'
import { useDates } from '../../dates.ts'
import { Flag } from '../../design/parts/Flag.tsx'
import { Hash } from '../../design/parts/Hash.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { Button } from '../../design/plain/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useLanguageName } from '../../useLanguageName.ts'
import { QrCode } from './QrCode.tsx'
import { RemarkFacts, useRemarkClauses } from './RemarkFacts.tsx'
import { hashOfSigned, proofFacts, receiptCode, receiptText } from './receiptText.ts'
import '../../design/parts/Facts.css'

export interface ReceiptProps {
  readonly endorsement: Endorsement
  readonly version: VersionHead
  readonly declaration: DeclarationHead
  /** In which the text was laid beside the authentic one. */
  readonly languages: readonly LanguageVersion[]
}

export function Receipt({ endorsement, version, declaration, languages }: ReceiptProps) {
  const { common, endorse, people } = useMessages()
  const { nameOf, flagOf } = useConference()
  const { exact } = useDates()
  const { state, name, title, at, hash, act, signed, addendum } = endorsement
  const signedHash = hashOfSigned(endorsement)
  const save = useReceiptFile({ endorsement, version, declaration, languages })
  const languageName = useLanguageName()
  return (
    <section className="receipt" aria-live="polite">
      <div className="receipt-head">
        <Flag alpha2={flagOf(state)} size="large" />
        <h2>{endorse.receiptLead(nameOf(state), addendum ?? version.symbol)}</h2>
      </div>
      <dl className="facts">
        <Fact name={people.name}>{name}</Fact>
        <Fact name={people.office}>{title}</Fact>
        <Fact name={endorse.at}>
          <time dateTime={at}>{exact(at)}</time> <span className="muted">({endorse.act(act)})</span>
          <How endorsement={endorsement} />
        </Fact>
        <RemarkFacts remarks={remarksOf(endorsement)} />
        <Fact name={endorse.hash}>
          <Hash hash={hash} />
        </Fact>
        {languages.map(({ language, words }) => (
          <Fact key={language} name={endorse.reading.laid(languageName(language))}>
            <Hash hash={words} />
          </Fact>
        ))}
        {signedHash ? (
          <Fact name={endorse.signature}>
            <Hash hash={signedHash} />
          </Fact>
        ) : null}
        {signed ? (
          <Fact name={endorse.seen}>
            <span className="numeric">{signed.instrument.ledger.size}</span>
          </Fact>
        ) : null}
      </dl>
      <QrCode text={receiptCode(location.origin, declaration.id, endorsement)} label={endorse.qr} />
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

const Fact = (props: { readonly name: string; readonly children: ReactNode }) => (
  <div className="fact">
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
)

/** By device, on paper with the names of those who looked at it, or as the first release took it. */
function How({ endorsement: { signed, paper, by } }: { readonly endorsement: Endorsement }) {
  const { endorse } = useMessages()
  const how = signed ? 'signed' : paper ? 'paper' : 'plain'
  return (
    <span className="muted small">
      {endorse.how[how]}
      {paper ? `. ${endorse.paperBy(paper.by.name, by.name)}` : ''}
    </span>
  )
}

/** The same as a file, with what it takes to check the signature. */
function useReceiptFile({ endorsement, version, declaration, languages }: ReceiptProps): () => void {
  const { common, endorse, people } = useMessages()
  const { meeting, nameOf } = useConference()
  const { exact } = useDates()
  const clausesOf = useRemarkClauses()
  const languageName = useLanguageName()
  const { state, name, title, at, hash, act, addendum } = endorsement
  return () => {
    const remarks = remarksOf(endorsement).map(
      (it) => [common.statements[it.kind], [clausesOf(it), it.words].filter(Boolean).join('\n')] as const,
    )
    const facts: readonly (readonly [string, string])[] = [
      [endorse.state, nameOf(state)],
      [people.name, name],
      [people.office, title],
      [endorse.at, `${exact(at)} (${at})`],
      [endorse.text, addendum ?? version.symbol],
      ...remarks,
      [endorse.hash, hash],
      ...languages.map(
        ({ language, words }) => [endorse.reading.laid(languageName(language)), words] as const,
      ),
      ...proofFacts(endorsement),
    ]
    saveAs(`${declaration.id}-${state}.txt`, receiptText(meeting, endorse.act(act), facts))
  }
}
