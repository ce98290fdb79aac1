import { plural } from './plural.ts'

const count = plural('en')

/** A person's own ways in: passkeys, browsers, and how an observer is shown. */
export const access = {
  title: 'Your access',
  lead: (as: string) => `How you come in as ${as}, and where you are signed in.`,
  passkeys: {
    title: 'Passkeys',
    lead: 'With a passkey you return without a new link. It stays on your device, which opens it with your finger, your face or its PIN.',
    add: 'Add a passkey',
    addTitle: 'Add a passkey on this device',
    addLead: (n: number) =>
      count(n, {
        one: 'It will sign you in for the capacity that this browser holds.',
        other: 'It will sign you in for all # capacities that this browser holds.',
      }),
    name: 'Name',
    nameHint: 'So that you know which device it is on.',
    usualName: 'This device',
    added: (name: string) => `The passkey “${name}” is added.`,
    none: 'No passkey yet',
    noneHelp: 'Without one, you need a new sign-in link on each browser.',
    notHere: 'This browser can’t make passkeys here.',
    made: (when: string) => `added ${when}`,
    used: (when: string) => `used ${when}`,
    neverUsed: 'not used yet',
    opens: (names: string) => `For ${names}`,
    more: (n: number) =>
      count(n, {
        one: 'and # capacity that isn’t open here',
        other: 'and # capacities that aren’t open here',
      }),
    remove: 'Remove',
    removeTitle: 'Remove the passkey',
    removeConfirm: (name: string) =>
      `“${name}” will open nothing any more, and other browsers that it signed in are signed out. Delete it on the device too: it would still be offered there.`,
    removed: (name: string) => `The passkey “${name}” is removed.`,
  },
  signIn: {
    button: 'Sign in with a passkey',
    hint: 'If you added one on a device of yours.',
  },
  browsers: {
    title: 'Where you are signed in',
    lead: 'Sign out what you don’t know, and tell the secretariat.',
    here: 'This browser',
    other: 'Another browser',
    began: (when: string) => `since ${when}`,
    seen: (when: string) => `seen ${when}`,
    end: 'Sign out',
    ended: 'That browser is signed out.',
    endOthers: 'Sign out all others',
    othersEnded: 'All other browsers are signed out.',
  },
  naming: {
    title: 'Who sees you',
    lead: 'Observers are counted, not named.',
    wish: 'Show my name to the others in the room',
  },
  toPage: 'Your access',
}

/** The trail of what was refused. */
export const trail = {
  title: 'What was refused',
  lead: 'Whoever tried what the rules don’t allow, newest first. Most of it is haste or an old page; what is repeated or odd deserves a question.',
  empty: 'Nothing was refused',
  emptyHelp: 'As soon as somebody tries what the rules don’t allow, it stands here.',
  when: 'When',
  who: 'Who',
  what: 'What was tried',
  why: 'Why not',
  nobody: 'Somebody who isn’t signed in',
  unknown: 'Somebody who is no longer listed',
  times: (n: number) => count(n, { one: 'once', other: '# times' }),
  search: 'Find a person, a State or a reason',
  noneFound: 'Nothing of this kind was refused.',
  doors: {
    room: 'To enter the room or to write in it',
    draft: (draft: string) => `To open or write the draft ${draft}`,
    command: 'A decision or a step in the negotiation',
    pen: 'To begin writing a draft',
    signIn: 'To sign in',
    passkey: 'A passkey',
    people: 'To keep the list of people',
    declaration: 'To lay or to read a declaration',
    trail: 'To read what was refused',
    other: 'A request',
  },
}
