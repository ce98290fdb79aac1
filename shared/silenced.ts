import type { ActHead } from './act.ts'
import type { SilenceStep } from './act-silence.ts'
import type { Record } from './record.ts'
import type { Silence, SilenceEnd } from './silence.ts'

export type SilenceAct = ActHead & SilenceStep

/** The record after an act of a silence procedure, but for the versions that it issues. */
export function silenced(record: Record, act: SilenceAct): Record {
  const { at, by } = act
  switch (act.kind) {
    case 'silence opened': {
      const { frozen: version, note, deadline } = act
      const silence = { version, note, opened: at, by, deadline, extensions: [], end: null }
      return { ...record, stage: 'silence', silence, receipts: {} }
    }
    case 'silence seen':
      return {
        ...record,
        receipts: { ...record.receipts, [act.delegation]: { at, act: act.act } },
      }
    case 'silence extended': {
      const { deadline, reason } = act
      const silence = running(record)
      const extensions = [...silence.extensions, { deadline, reason, at, by }]
      return { ...record, silence: { ...silence, deadline, extensions } }
    }
    case 'silence broken': {
      const { delegation, reason } = act
      return ended(record, 'drafting', { is: 'broken', delegation, reason, at, act: act.act })
    }
    case 'silence cancelled':
      return ended(record, 'consolidation', { is: 'cancelled', reason: act.reason, at, act: act.act })
    case 'text adopted': {
      const { recorded, version } = act
      return {
        ...ended(record, 'final', { is: 'adopted', at, recorded, version: version.number, act: act.act }),
        // Drafts don't outlive the stages in which they can be written.
        drafts: {},
      }
    }
  }
}

const ended = (record: Record, stage: Record['stage'], end: SilenceEnd): Record => ({
  ...record,
  stage,
  silence: { ...running(record), end },
})

function running({ silence }: Record): Silence {
  if (!silence || silence.end) throw new Error('no silence procedure runs')
  return silence
}
