import { plural } from './plural.ts'

const count = plural('en')

/** The silence procedure. */
export const silence = {
  title: 'Silence procedure',
  acts: {
    'silence opened': (symbol: string, deadline: string) =>
      `put ${symbol} under the silence procedure until ${deadline}`,
    'silence seen': 'opened the frozen text',
    'silence extended': (deadline: string) => `extended the silence until ${deadline}`,
    'silence broken': 'broke the silence',
    'silence cancelled': 'cancelled the silence procedure',
    'text adopted': (symbol: string) => `The text was adopted by silence as ${symbol}`,
  },
  banner: {
    label: 'Silence procedure',
    runs: (symbol: string) => `${symbol} is adopted if no delegation breaks the silence.`,
    ends: 'Ends',
    read: 'Read the frozen text',
    over: 'The deadline has passed. The adoption is being recorded.',
    broken: (who: string) => `${who} broke the silence. Drafting is open again.`,
    cancelled: 'The secretariat cancelled the silence procedure.',
    adopted: (symbol: string) => `The text was adopted by silence as ${symbol}.`,
    open: 'See it',
  },
  left: {
    days: (n: number) => count(n, { one: '# day', other: '# days' }),
    hours: (n: number) => count(n, { one: '# hour', other: '# hours' }),
    minutes: (n: number) => count(n, { one: '# minute', other: '# minutes' }),
    of: (time: string) => `${time} left`,
  },
  and: (a: string, b: string) => `${a} ${b}`,
  page: {
    lead: 'This is the frozen text. At the deadline it is adopted, unless a delegation has broken the silence.',
    agree: (name: string) => `If ${name} can live with this text, it does nothing: silence is consent.`,
    seen: (name: string, when: string) => `That ${name} opened this text is on the record since ${when}.`,
    none: 'There is no silence procedure',
    noneHelp: 'When the secretariat puts a text under the silence procedure, it stands here in full.',
    toRoom: 'To the room',
    note: 'Note of the secretariat',
    extended: (when: string) => `Extended until ${when}`,
    recorded: (when: string) => `Recorded on ${when}, when the server was back.`,
    brokenAt: (who: string, when: string) => `${who} broke the silence on ${when}`,
    cancelledAt: (when: string) => `Cancelled on ${when}`,
    adoptedAt: (when: string) => `Adopted by silence on ${when}`,
    reason: 'Reason',
  },
  break: {
    open: 'Break the silence',
    title: 'Break the silence',
    means: 'The text is not adopted, and drafting is open again for everybody.',
    named: (name: string) => `${name} is named on the record, with its reason.`,
    reason: 'Reason',
    hint: 'For everybody to read. Say what would have to change.',
    confirm: (name: string) => `Break the silence for ${name}`,
    done: 'The silence is broken. Drafting is open again.',
  },
  receipts: {
    title: 'Who has opened the text',
    count: (n: number) =>
      count(n, { one: '# delegation has opened it', other: '# delegations have opened it' }),
    none: 'No delegation has opened it yet.',
  },
  desk: {
    hint: 'Freezes the text until a deadline. If no delegation breaks the silence, it is adopted by itself.',
    open: 'Open a silence procedure',
    again: (symbol: string) => `The text is that of ${symbol}, which is put before the delegations.`,
    deadline: 'Deadline',
    deadlineHint: 'In your time zone. 72 hours is the custom.',
    elsewhere: (utc: string, hours: string) => `${utc}; ${hours} from now.`,
    past: 'The deadline has to lie ahead, within a year.',
    notLater: 'The new deadline has to be later than the present one.',
    pending: (n: number) =>
      count(n, {
        one: '# amendment is still pending. If the text is adopted, it stays undecided for ever.',
        other: '# amendments are still pending. If the text is adopted, they stay undecided for ever.',
      }),
    confirm: (symbol: string) => `Freeze ${symbol}`,
    opened: (symbol: string) => `${symbol} is under the silence procedure.`,
    extend: 'Extend the deadline',
    extended: 'The deadline is extended.',
    cancel: 'Cancel the procedure',
    cancelMeans: 'The text is not adopted. The declaration goes back to Consolidation.',
    cancelled: 'The silence procedure is cancelled.',
    reason: 'Reason',
    reasonHint: 'For everybody to read.',
  },
  concern: {
    silence: (symbol: string, deadline: string) =>
      `${symbol} is adopted on ${deadline} unless the silence is broken`,
    'silence unseen': (symbol: string, deadline: string) =>
      `Read ${symbol}: it is adopted on ${deadline} unless the silence is broken`,
    'silence broken': (who: string, reason: string) => `${who} broke the silence: “${reason}”`,
  },
  screen: {
    adopted: 'Adopted unless a delegation breaks the silence by',
  },
}
