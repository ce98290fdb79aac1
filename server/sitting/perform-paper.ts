import { openVersion } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { endorsementOf, type Paper, type PaperTrail } from '../../shared/roll.ts'
import type { Case, Deed } from './deed.ts'
import { addendumOf, remarksFault, toBeEndorsed } from './perform-endorsement.ts'

/**
 * The second way, for a signatory whose device fails: a paper signed by hand, which two of the secretariat look at.
 * One records it; it counts when another, under another name, confirms it. It is marked as such wherever it stands.
 */
export function recordPaper({ state, record, command }: Case<'paper.record'>): Deed | Refusal {
  const signatory = record.signatories[command.capacity]
  if (!signatory) return refuse('endorsement/not-listed')
  const version = mayStand(record, { does: command.does, state: signatory.state })
  if (isRefusal(version)) return version
  if (command.hash !== version.hash) return refuse('endorsement/other-text')
  const fault = remarksFault(state, version, command.remarks)
  if (fault) return fault
  const { do: _, hash, ...facts } = command
  const paper = `p${state.acts.filter(({ kind }) => kind === 'paper recorded').length + 1}`
  const of = { version: version.number, hash, state: signatory.state }
  return { step: { kind: 'paper recorded', paper, ...facts, ...of }, answer: { paper } }
}

export function settlePaper({ record, command, by }: Case<'paper.settle'>): Deed | Refusal {
  const paper = record.papers[command.paper]
  if (!paper) return refuse('paper/unknown')
  if (!command.confirm) return { step: { kind: 'paper rejected', paper: paper.id } }
  if (paper.by.capacity === by.capacity || paper.by.name === by.name) return refuse('paper/same-person')
  const version = mayStand(record, paper)
  if (isRefusal(version)) return version
  const { state, hash, name, title, remarks } = paper
  const trail = { paper: trailOf(paper) }
  if (paper.does === 'withdraw') {
    const endorsement = endorsementOf(record, state)?.act ?? 0
    return { step: { kind: 'endorsement withdrawn', state, endorsement, ...trail } }
  }
  const facts = { state, version: version.number, hash, name, title, remarks }
  return { step: { kind: 'text endorsed', ...facts, ...trail, ...addendumOf(record) } }
}

const trailOf = ({ id, capacity, note, by, at }: Paper): PaperTrail => ({ id, capacity, note, by, at })

/** Whether such a paper could count now. */
function mayStand(record: Case['record'], { does, state }: Pick<Paper, 'does' | 'state'>) {
  if (does === 'endorse') return toBeEndorsed(record, state)
  if (record.stage === 'closed') return refuse('endorsement/closed')
  const version = openVersion(record)
  if (!version) return refuse('endorsement/not-open')
  return endorsementOf(record, state) ? version : refuse('endorsement/none')
}
