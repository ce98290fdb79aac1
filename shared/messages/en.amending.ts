import { plural } from './plural.ts'

const count = plural('en')

/** Amendments among themselves: whose words they are, how they change, what they amend. */
export const amending = {
  tabledAs: (n: number) => `No. ${n} in order of tabling`,
  takenUpFrom: (id: string) => `Taken up from ${id}`,
  takenUpBy: (id: string) => `Taken up as ${id}`,
  takeUp: 'Take it up',
  takeUpTitle: (id: string) => `Take up ${id}?`,
  takeUpHint:
    'These words become pending again, as your delegation’s own amendment with a number of its own.',
  takenUp: (id: string) => `${id} is tabled.`,
  change: (from: number, to: number) => `What changed from revision ${from} to ${to}`,
  changeSame: 'The words are the same; only their place in the text moved.',
  invite: 'Invite co-sponsors',
  inviteTitle: (id: string) => `Who shall co-sponsor ${id}?`,
  inviteHint: 'Each is asked to put its name to exactly these words. Until it does, its name is not shown.',
  inviteAdd: 'Add a delegation',
  inviteRemove: (name: string) => `Don’t ask ${name}`,
  invited: (n: number) => count(n, { one: '# delegation is asked.', other: '# delegations are asked.' }),
  askedOfYou: 'Your name is asked for',
  askedHint: (name: string) => `${name} asks your delegation to co-sponsor exactly these words.`,
  askedAgain: 'The words have changed since you put your name to them. It stands again once you confirm.',
  decline: 'Decline',
  declined: (id: string) => `Your delegation does not co-sponsor ${id}.`,
  duplicate: (id: string) => `${id} proposes the same words`,
  duplicateHint: 'Co-sponsoring it makes the proposal stronger than tabling the same words twice.',
  duplicateOwn: 'Your delegation has tabled exactly this already.',
  duplicateNamed: 'Your delegation co-sponsors it already.',
  coSponsorInstead: (id: string) => `Co-sponsor ${id} instead`,
  coSponsoredInstead: (id: string) => `Your delegation co-sponsors ${id}; the draft is discarded.`,
  tableAnyway: 'Table all the same',
  to: (id: string, parent: string) => `${id} to ${parent}`,
  subs: 'To be decided first',
  subsOf: (id: string) => `Amendments to ${id}`,
  amend: 'Amend it',
  yoursTo: (id: string) => `Your amendment to ${id}`,
  draftTo: (name: string, id: string) => `${name} is drafting an amendment to ${id}`,
  tableTo: (id: string) => `Table this amendment to ${id}?`,
  tableToHint: (id: string) =>
    `It is decided before ${id}. If it is accepted, ${id} takes these words in, and its sponsors are asked to confirm them; if ${id} falls, it falls too.`,
  askedAmended: (id: string) =>
    `${id} was accepted and changed these words. No name stands on them until it is confirmed.`,
  unconfirmed: (name: string, id: string) => `As amended by ${id}; not confirmed by ${name}.`,
  askedTakenIn: (name: string, id: string) =>
    `${name} has taken ${id} into its amendment. Your name stands again once you confirm these words.`,
  askedRestated: (id: string) =>
    `${id} has a new wording, in which this makes the same changes. Your name stands again once you confirm.`,
  unconfirmedRestated: (name: string, id: string) =>
    `Carried over to the new wording of ${id}; not confirmed by ${name}.`,
  replaced: (id: string) => `${id} has a new wording, in which this has lost its place.`,
  redo: 'Redo on the new wording',
  draftReplaced: (id: string) =>
    `${id} has a new wording. These words stand on the old one and can’t be tabled there.`,
  carryOver: 'Carry over to the new wording',
  carriedOver: (id: string) =>
    `You write on the new wording of ${id} now. What has no place in it stays in your earlier draft.`,
  takeIn: 'Take it in',
  takeInTitle: (id: string, own: string) => `Take ${id} into ${own}?`,
  takeInHint: (own: string) =>
    `${own} gets these words as its next revision, under your delegation’s name, and nobody needs to decide on them any more. Its co-sponsors are asked to confirm.`,
  tookIn: (id: string, own: string) => `${id} is taken into ${own}.`,
  draftBlank: 'Nothing written yet',
  shareNamed: 'With named delegations',
  shareNamedHint: 'You and the delegations below see it and write in it, and nobody else.',
  losing: (n: number) =>
    count(n, {
      one: 'The text has moved on: # change has lost its place and falls away.',
      other: 'The text has moved on: # changes have lost their place and fall away.',
    }),
  lost: (n: number) =>
    count(n, {
      one: 'Accepted without # change that had lost its place:',
      other: 'Accepted without # changes that had lost their place:',
    }),
  history: {
    restated: (id: string, to: string) => `carried ${id} over to the new wording of ${to}`,
    takenIn: (id: string, to: string) => `took ${id} into ${to}`,
    accepted: (id: string, to: string) => `accepted ${id} into ${to}`,
    takenUp: (id: string, from: string) => `took up ${from} as ${id}`,
    invited: (id: string, names: string) => `asked ${names} to co-sponsor ${id}`,
  },
}
