import type { Act } from './act.ts'
import type { ById } from './ids.ts'
import type { Record } from './record.ts'
import { type Endorsement, endorsementOf, type LanguageVersion } from './roll.ts'

type EndorsingAct = Extract<
  Act,
  {
    kind:
      | 'language version laid'
      | 'signatories listed'
      | 'endorsement opened'
      | 'addendum closed'
      | 'text endorsed'
      | 'endorsement withdrawn'
      | 'paper recorded'
      | 'paper rejected'
  }
>
type ActOf<K extends EndorsingAct['kind']> = Extract<EndorsingAct, { kind: K }>

/** The record after one more act of endorsement. Nothing is erased: what a State takes back stands among the withdrawals. */
export function endorsing(record: Record, act: EndorsingAct): Record {
  switch (act.kind) {
    case 'language version laid':
      return { ...record, languages: { ...record.languages, [act.language]: languageVersion(act) } }
    case 'signatories listed':
      return { ...record, signatories: listed(record.signatories, act) }
    case 'endorsement opened':
      return opened(record, act)
    case 'addendum closed':
      return shut(record)
    case 'text endorsed':
      return settled({ ...record, endorsements: [...record.endorsements, endorsement(act)] }, act)
    case 'endorsement withdrawn':
      return settled(withdrawn(record, act), act)
    case 'paper recorded': {
      const { kind: _, act: __, paper: id, ...facts } = act
      return { ...record, papers: { ...record.papers, [id]: { id, ...facts } } }
    }
    case 'paper rejected':
      return { ...record, papers: without(record.papers, act.paper) }
  }
}

/** Nothing more is taken until it is opened again. */
export const shut = (record: Record): Record =>
  record.endorsing ? { ...record, endorsing: { ...record.endorsing, isOpen: false } } : record

function listed(before: Record['signatories'], act: ActOf<'signatories listed'>): Record['signatories'] {
  const kept = Object.entries(before).filter(([capacity]) => !act.struck.includes(capacity))
  return Object.fromEntries([...kept, ...act.signatories.map((it) => [it.capacity, it] as const)])
}

function opened(record: Record, { act, origin, addendum }: ActOf<'endorsement opened'>): Record {
  const addenda = (record.endorsing?.addenda ?? 0) + (addendum === null ? 0 : 1)
  return { ...record, endorsing: { isOpen: true, origin, act, addendum, addenda } }
}

function languageVersion({ kind: _, lines: __, ...facts }: ActOf<'language version laid'>): LanguageVersion {
  return facts
}

/** A paper that was confirmed waits no more. */
const settled = (record: Record, { paper }: Pick<ActOf<'text endorsed'>, 'paper'>): Record =>
  paper ? { ...record, papers: without(record.papers, paper.id) } : record

function endorsement({ kind: _, ...facts }: ActOf<'text endorsed'>): Endorsement {
  return facts
}

function withdrawn(record: Record, { state, act, at, by }: ActOf<'endorsement withdrawn'>): Record {
  const taken = endorsementOf(record, state)
  if (!taken) throw new Error(`act ${act} withdraws what ${state} never endorsed`)
  return {
    ...record,
    endorsements: record.endorsements.filter((it) => it !== taken),
    withdrawals: [...record.withdrawals, { endorsement: taken, at, by, act }],
  }
}

function without<T>(all: ById<T>, id: string): ById<T> {
  const { [id]: _, ...rest } = all
  return rest
}
