import { plural } from './plural.ts'

const count = plural('en')

export const enter = {
  title: 'Sign in',
  placeAndDate: (place: string, date: string) => `${place}, ${date}`,
  invitedAs: 'This link lets you act as',
  button: (as: string) => `Enter as ${as}`,
  once: 'The link opens once. After that, this browser keeps you signed in.',
  notOpen: 'This link doesn’t open',
  ask: 'Write to the secretariat of the meeting, or go to its desk: it can make you a new link at once.',
  alreadyIn: 'You are signed in already in this browser.',
  home: {
    title: 'In which capacity do you act?',
    lead: 'This browser holds these capacities. Each tab acts in one of them.',
    none: 'You aren’t signed in',
    noneHelp:
      'To come in, open the sign-in link that the secretariat of the meeting sent you. It opens once and then keeps this browser signed in.',
    noneAsk: 'No link, or one that doesn’t open? Ask the secretariat for a new one.',
  },
}

export const declarations = {
  title: 'Declarations',
  empty: 'No declaration has been laid yet',
  emptyHelp: 'As soon as the secretariat lays one before the meeting, it appears here.',
  emptyDesk: 'Lay the first one: paste its text, and the room opens.',
  pending: (n: number) => count(n, { one: '# amendment pending', other: '# amendments pending' }),
  nonePending: 'No amendment pending',
  endorsements: (n: number) => count(n, { one: '# State endorses', other: '# States endorse' }),
  clauses: (n: number) => count(n, { one: '# clause', other: '# clauses' }),
  changed: (when: string) => `changed ${when}`,
  toPeople: 'People',
  lay: {
    open: 'Lay a new declaration',
    title: 'Lay a new declaration',
    symbol: 'Symbol',
    symbolHint: 'The root symbol. Versions add /Rev.1 and so on.',
    name: 'Title',
    language: 'Language of the text',
    text: 'Text',
    textHint:
      'One clause for each paragraph. Numbers and end punctuation are left out: they are put in when shown.',
    found: (n: number) => count(n, { one: '# clause found', other: '# clauses found' }),
    foundNone: 'No clause found yet',
    confirm: 'Lay before the meeting',
    done: (symbol: string) => `${symbol} is before the meeting.`,
    tooMany: 'A declaration has at most 150 clauses of at most 5,000 characters.',
  },
}

export const people = {
  title: 'People',
  lead: 'Who is accredited, for which State and in which role.',
  accredit: 'Accredit a person',
  role: 'Role',
  state: 'State',
  findState: 'Find a State',
  noState: 'No State of this name was invited.',
  name: 'Name',
  office: 'Function or office',
  officeHint: 'As it shall stand on the roll: Minister for Home Affairs.',
  add: 'Accredit',
  linkTitle: 'Sign-in link',
  linkFor: (name: string, as: string) => `For ${name}, ${as}`,
  linkOnce: 'Copy it now: it is shown this once and opens once. Hand it to this person alone.',
  copyLink: 'Copy the link',
  done: 'Done',
  newLink: 'New link',
  newLinkConfirm: (name: string) =>
    `Make a new sign-in link for ${name}? A link that nobody has used yet stops working.`,
  revoke: 'Withdraw',
  revokeTitle: 'Withdraw the accreditation',
  revokeConfirm: (name: string) =>
    `${name} is signed out everywhere and can’t come back with this accreditation. What this person did stays on the record.`,
  revoked: (when: string) => `Withdrawn ${when}`,
  revokedDone: (name: string) => `The accreditation of ${name} is withdrawn.`,
  accreditedDone: (name: string) => `${name} is accredited.`,
  meetingStaff: 'Meeting and observers',
  link: { unused: 'Link not used yet', used: 'Has signed in', expired: 'Link expired', none: 'No link' },
  lastSeen: (when: string) => `seen ${when}`,
  states: (n: number) => count(n, { one: '# State', other: '# States' }),
  persons: (n: number) => count(n, { one: '# person', other: '# persons' }),
  empty: 'Nobody is accredited yet',
  emptyHelp: 'Accredit the first person: a sign-in link is made that you hand over.',
  search: 'Find a person or a State',
  noneFound: 'Nobody of this name is accredited.',
}
