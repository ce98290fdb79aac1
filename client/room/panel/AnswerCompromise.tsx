import { type Amendment, wordingInForce } from '../../../shared/amendment.ts'
import { consents } from '../../../shared/compromise.ts'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

/** Whoever's amendment a compromise would replace is asked whether it may: for exactly these words (rule A4). */
export function AnswerCompromise({ amendment }: { readonly amendment: Amendment }) {
  const { record, capacity, may, performAndTell } = useFloor()
  const { compromise } = useMessages()
  if (!amendment.compromise || !may('compromise.answer')) return null
  const own = consents(amendment, record).find(([code]) => code === capacity.delegation)
  if (!own) return null
  const [, said] = own
  const { wording } = wordingInForce(amendment)
  const answer = (accept: boolean) =>
    performAndTell(
      { do: 'compromise.answer', amendment: amendment.id, wording, accept },
      accept ? compromise.accepted : compromise.declined,
    )
  return (
    <div className="stack-tight">
      <p className="small">
        {said === 'asked'
          ? compromise.askTitle
          : said === 'accepts'
            ? compromise.youAccept
            : compromise.youDecline}
      </p>
      <div className="row">
        {said === 'accepts' ? null : (
          <Button size="small" kind="primary" onPress={() => answer(true)}>
            {compromise.accept}
          </Button>
        )}
        {said === 'declines' ? null : (
          <Button size="small" onPress={() => answer(false)}>
            {compromise.decline}
          </Button>
        )}
      </div>
    </div>
  )
}
