import type { Actor } from '../../shared/actor.ts'
import type { EndorsingAnswer } from '../../shared/api.ts'
import type { Instant, Sha256 } from '../../shared/ids.ts'
import { languagesOf } from '../../shared/language-version.ts'
import { finalVersion, type Record } from '../../shared/record.ts'
import { endorsementOf } from '../../shared/roll.ts'
import type { State } from './state.ts'

/** What a signatory's page shows, all of one moment. */
export function answerEndorsing(
  state: State,
  record: Record,
  { capacity, delegation }: Actor,
  { known, time }: { readonly known: Sha256 | null; readonly time: Instant },
): EndorsingAnswer {
  const tree = state.ledger()
  const version = finalVersion(record)
  const words = version && version.hash !== known ? state.versions.get(version.number)?.words : null
  const { declaration, stage, endorsing = null, signatories, withdrawals } = record
  return {
    ...{ declaration, stage, time, version, endorsing },
    languages: languagesOf(record, version),
    ledger: { size: tree.size, root: tree.root() },
    words: words ?? null,
    signatory: signatories[capacity] ?? null,
    endorsement: endorsementOf(record, delegation),
    withdrawal: withdrawals.findLast(({ endorsement }) => endorsement.state === delegation) ?? null,
  }
}
