import { plural } from './plural.ts'

const count = plural('en')

export const groups = {
  title: 'Groups',
  lead: 'A group tables and takes positions through its delegate, for all its members but those who opt out.',
  empty: 'No group has been made yet.',
  make: 'Make a group',
  change: 'Change',
  changeTitle: (name: string) => `Change ${name}`,
  code: 'Code',
  codeHint:
    'Two to six capital letters and figures, such as EU or G77. It stands before the numbers of its amendments.',
  nameEn: 'Name in English',
  nameFr: 'Name in French',
  membersLabel: 'Members',
  membersHint: 'Codes or names of States, separated by commas, semicolons or lines.',
  unknown: (words: string) => `Not known as a State: ${words}`,
  members: (n: number) => count(n, { one: '# member', other: '# members' }),
  membersOf: (name: string) => `Members of ${name}`,
  save: 'Save the group',
  saved: (name: string) => `${name} is saved.`,
  except: (codes: string) => `except ${codes}`,
  speaksFor: (n: number) => count(n, { one: 'for # member', other: 'for # members' }),
  optOut: (group: string) => `Opt out of what ${group} says`,
  optIn: (group: string) => `Go along with ${group} again`,
  optedOut: (group: string) => `Your delegation has opted out of ${group} here.`,
  optedIn: (group: string) => `Your delegation goes along with ${group} here.`,
  speaking: (group: string) => `${group} speaks for your delegation here.`,
}

export const compromise = {
  title: 'Compromise',
  chairText: 'Chair’s text',
  deskText: 'Secretariat’s text',
  start: 'Start a compromise',
  opened: 'The compromise is open as a draft of the desk. Write it in the room.',
  draft: (ids: string) => `Compromise between ${ids}`,
  draftHint:
    'Only the desk sees it until it is put before the room. Words of rivals stand side by side in it: write those that shall take their place.',
  toRoom: 'Write it in the room',
  put: 'Put before the room',
  putTitle: 'Put this compromise before the room?',
  putHint:
    'It gets a number, and the sponsors of the amendments that it would replace are asked to accept or decline.',
  putDone: (id: string) => `${id} is before the room.`,
  reword: 'Reword',
  between: (ids: string) => `Between ${ids}`,
  proposedIn: (id: string) => `${id} is put forward to take its place`,
  consents: {
    accepts: (names: string) => `Accept: ${names}`,
    declines: (names: string) => `Decline: ${names}`,
    asked: (names: string) => `Asked, not answered: ${names}`,
  },
  askTitle: 'Does your delegation accept it in place of its own amendment?',
  accept: 'Accept the compromise',
  decline: 'Decline',
  accepted: 'Your delegation accepts the compromise.',
  declined: 'Your delegation declines the compromise.',
  youAccept: 'Your delegation accepts this wording.',
  youDecline: 'Your delegation declines this wording.',
  supersededConsent: (id: string) => `Superseded by ${id}, with the consent of its sponsors`,
  supersededWithout: (id: string) => `Superseded by ${id}`,
  fellWith: (id: string) => `Fell when ${id} was carried`,
  withoutDeclined: (names: string) => `Declined: ${names}`,
  withoutAnswer: (names: string) => `Did not answer: ${names}`,
}

export const order = {
  measure: 'How far is measured by the characters that an amendment takes out and brings.',
  changed: 'The desk has changed the order here.',
  earlier: (id: string) => `Decide ${id} earlier`,
  later: (id: string) => `Decide ${id} later`,
  done: 'The order of decision is changed.',
  fallsIf: (ids: string) => `Falls if ${ids} is carried`,
  tie: 'Falls if …',
  tieTitle: (id: string) => `${id} falls if one of these is carried`,
  tieHint: 'As soon as one of those ticked is accepted, it falls. Nobody needs to decide on it any more.',
  tieNone: 'No other amendment is pending.',
  tied: (id: string) => `${id} is tied.`,
  untied: (id: string) => `${id} is untied.`,
  cannot: (ids: string) => `${ids} can’t be accepted after the others: nothing would be left of it.`,
}

export const confirming = {
  awaited: 'Your capital is awaited on this clause.',
  open: 'Confirm for our capital',
  title: (clause: string) => `Confirm ${clause}?`,
  hint: 'You confirm exactly these words. When every capital awaited has confirmed, the clause is agreed.',
  done: (clause: string) => `${clause} is confirmed for your capital.`,
}

export const account = {
  title: 'Account of words',
  lead: 'Every word that anybody proposed, in exactly one place, with who put it there and when.',
  allNamed: 'No word came into the text, or left it, without an amendment’s name.',
  nameless: (n: number) =>
    count(n, {
      one: '# piece of the text came or went without a name:',
      other: '# pieces of the text came or went without a name:',
    }),
  proposals: (n: number) => count(n, { one: '# proposed piece of text', other: '# proposed pieces of text' }),
  filter: 'Place',
  all: 'All places',
  empty: 'Nobody has proposed a word yet',
  emptyHelp: 'As soon as an amendment is tabled, its words are accounted for here.',
  would: { 'come in': 'to come in', 'go out': 'to go out' },
  revision: (n: number) => `revision ${n}`,
  through: (id: string) => `through ${id}`,
  place: {
    'in the text': 'In the text',
    'taken out again': 'Was in the text, taken out again',
    'fell away': 'Accepted too late: had lost its place',
    'taken out': 'Taken out of the text',
    pending: 'Pending',
    overtaken: 'Overtaken',
    carried: 'Carried by another',
    revised: 'Replaced by a later wording',
    withdrawn: 'Withdrawn',
    rejected: 'Rejected',
    'superseded with consent': 'Superseded, with consent',
    'superseded without consent': 'Superseded, without consent',
    fallen: 'Fallen',
  },
}
