import type { Stage } from './stage.ts'

export const ROLES = ['delegate', 'secretariat', 'chair', 'signatory', 'observer'] as const
export type Role = (typeof ROLES)[number]

/** Everything that a person can do to a declaration: the commands, and the two things done over a socket. */
export const DEEDS = [
  'text.read',
  'draft.open',
  'draft.write',
  'draft.share',
  'draft.discard',
  'amendment.table',
  'amendment.withdraw',
  'amendment.takeup',
  'amendment.invite',
  'amendment.cosponsor',
  'amendment.incorporate',
  'amendment.position',
  'amendment.optout',
  'amendment.order',
  'amendment.tie',
  'amendment.decide',
  'compromise.open',
  'compromise.put',
  'compromise.answer',
  'clause.mark',
  'clause.confirm',
  'comment.make',
  'comment.reply',
  'thread.resolve',
  'note.make',
  'note.reply',
  'note.remove',
  'group.dissolve',
  'screen.show',
  'consolidation.open',
  'consolidation.adopt',
  'version.issue',
  'version.restore',
  'stage.move',
  'silence.open',
  'silence.see',
  'silence.break',
  'silence.extend',
  'silence.cancel',
  'language.lay',
  'signatories.list',
  'endorsement.open',
  'addendum.close',
  'roll.publish',
  'text.endorse',
  'endorsement.withdraw',
  'paper.record',
  'paper.settle',
] as const
export type Deed = (typeof DEEDS)[number]

const ALL: readonly Role[] = ROLES
const DELEGATIONS: readonly Role[] = ['delegate']
/** Who speaks for a State: in the room, or by its signature. */
const STATES: readonly Role[] = ['delegate', 'signatory']
const DESK: readonly Role[] = ['secretariat', 'chair']
const KEEPERS: readonly Role[] = ['secretariat']
const SPEAKERS: readonly Role[] = ['delegate', 'secretariat', 'chair']
const SIGNATORIES: readonly Role[] = ['signatory']
const NOBODY: readonly Role[] = []
const NEVER = { drafting: NOBODY, consolidation: NOBODY, silence: NOBODY, final: NOBODY, closed: NOBODY }

/** Rule P5: who may do what, in which stage. The server enforces this table; the client only shows what it allows. */
export const POLICY: Readonly<Record<Deed, Readonly<Record<Stage, readonly Role[]>>>> = {
  'text.read': { drafting: ALL, consolidation: ALL, silence: ALL, final: ALL, closed: ALL },
  'draft.open': {
    drafting: DELEGATIONS,
    consolidation: NOBODY,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'draft.write': { drafting: SPEAKERS, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'draft.share': { drafting: SPEAKERS, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'draft.discard': {
    drafting: SPEAKERS,
    consolidation: SPEAKERS,
    silence: SPEAKERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.table': {
    drafting: DELEGATIONS,
    consolidation: NOBODY,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.withdraw': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.takeup': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.invite': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.cosponsor': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.incorporate': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.position': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.optout': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'amendment.order': { drafting: DESK, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'amendment.tie': { drafting: DESK, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'amendment.decide': { drafting: DESK, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'compromise.open': { drafting: DESK, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'compromise.put': { drafting: DESK, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'compromise.answer': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'clause.mark': { drafting: DESK, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'clause.confirm': {
    drafting: DELEGATIONS,
    consolidation: DELEGATIONS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'comment.make': {
    drafting: SPEAKERS,
    consolidation: SPEAKERS,
    silence: SPEAKERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'comment.reply': {
    drafting: SPEAKERS,
    consolidation: SPEAKERS,
    silence: SPEAKERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'thread.resolve': {
    drafting: SPEAKERS,
    consolidation: SPEAKERS,
    silence: SPEAKERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'note.make': {
    drafting: SPEAKERS,
    consolidation: SPEAKERS,
    silence: SPEAKERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'note.reply': {
    drafting: SPEAKERS,
    consolidation: SPEAKERS,
    silence: SPEAKERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'note.remove': {
    drafting: SPEAKERS,
    consolidation: SPEAKERS,
    silence: SPEAKERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'group.dissolve': {
    drafting: KEEPERS,
    consolidation: KEEPERS,
    silence: KEEPERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'screen.show': { drafting: DESK, consolidation: DESK, silence: NOBODY, final: NOBODY, closed: NOBODY },
  'consolidation.open': {
    drafting: DESK,
    consolidation: DESK,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'consolidation.adopt': {
    drafting: KEEPERS,
    consolidation: KEEPERS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'version.issue': {
    drafting: KEEPERS,
    consolidation: KEEPERS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'version.restore': {
    drafting: KEEPERS,
    consolidation: KEEPERS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'stage.move': {
    drafting: KEEPERS,
    consolidation: KEEPERS,
    silence: NOBODY,
    final: KEEPERS,
    closed: NOBODY,
  },
  'silence.open': {
    drafting: NOBODY,
    consolidation: KEEPERS,
    silence: NOBODY,
    final: NOBODY,
    closed: NOBODY,
  },
  'silence.see': { drafting: NOBODY, consolidation: NOBODY, silence: STATES, final: NOBODY, closed: NOBODY },
  'silence.break': {
    drafting: NOBODY,
    consolidation: NOBODY,
    silence: DELEGATIONS,
    final: NOBODY,
    closed: NOBODY,
  },
  'silence.extend': {
    drafting: NOBODY,
    consolidation: NOBODY,
    silence: KEEPERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'silence.cancel': {
    drafting: NOBODY,
    consolidation: NOBODY,
    silence: KEEPERS,
    final: NOBODY,
    closed: NOBODY,
  },
  'language.lay': { ...NEVER, final: KEEPERS },
  'signatories.list': { ...NEVER, final: KEEPERS, closed: KEEPERS },
  // In a closed declaration: an addendum, for those who endorse late.
  'endorsement.open': { ...NEVER, final: KEEPERS, closed: KEEPERS },
  'addendum.close': { ...NEVER, closed: KEEPERS },
  'roll.publish': { ...NEVER, final: KEEPERS, closed: KEEPERS },
  'text.endorse': { ...NEVER, final: SIGNATORIES, closed: SIGNATORIES },
  'endorsement.withdraw': { ...NEVER, final: SIGNATORIES },
  'paper.record': { ...NEVER, final: KEEPERS, closed: KEEPERS },
  'paper.settle': { ...NEVER, final: KEEPERS, closed: KEEPERS },
}

export const may = (role: Role, deed: Deed, stage: Stage): boolean => POLICY[deed][stage].includes(role)

/** Whether some stage allows the role to do this: tells "not now" from "not you". */
export const mayEver = (role: Role, deed: Deed): boolean =>
  Object.values(POLICY[deed]).some((roles) => roles.includes(role))
