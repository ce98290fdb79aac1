import { plural } from './plural.ts'

const count = plural('en')
const acts = (n: number) => count(n, { one: '# act', other: '# acts' })

export const ledger = {
  title: 'The record',
  looking: 'Looking at the record …',
  size: (n: number) => `Record of ${acts(n)}, sealed by the server.`,
  agrees: (when: string, n: number) =>
    `It holds all that this browser saw on ${when} (${acts(n)}), word for word.`,
  first: 'This browser sees it for the first time and will remember it.',
  unproved:
    'The server has not shown yet that its record holds what this browser saw before. If this stays so, tell other delegations.',
  otherActs:
    'The acts that this page shows are not those under the seal: don’t rely on what it says of the past, and tell other delegations.',
  download: 'Save the record',
  how: 'How to check it',
  steps: {
    program: 'Take the program that checks it: one file, which you can read.',
    saveProgram: 'Save paraph-verify.mjs',
    states: 'Put beside it what checks who signed and how silences ended.',
    saveStates: 'Save states.mjs',
    trust: 'Better than from this server: from somebody you trust.',
    run: 'Run it with Node 20 or later on the record that you saved:',
    fingerprint:
      'Compare the fingerprint of the key with the one that the meeting made known by another way:',
    keep: 'Keep a checkpoint whenever something matters: no history without it can be shown to you later.',
    saveCheckpoint: 'Save the checkpoint',
  },
  warning: {
    title: 'The server contradicts what this browser saw',
    unproved: 'The server doesn’t prove that it holds what this browser saw',
    way: {
      rewritten: (when: string, before: number, now: number) =>
        `Its record of ${acts(now)} doesn’t contain the record of ${acts(before)} that this browser saw on ${when}. Acts were changed, removed, or put in another order.`,
      shorter: (when: string, before: number, now: number) =>
        `Its record has ${acts(now)}; on ${when} this browser saw ${acts(before)}. What came later is gone. An older backup may have been restored, or acts were taken away.`,
      'other key': (when: string) =>
        `Its record is sealed with another key than on ${when}. The server may have been set up anew, or somebody else answers in its place.`,
      unsigned: 'Its record is not sealed as it has to be: nothing shows whose it is.',
      unproved: (when: string, before: number, now: number) =>
        `It shows a record of ${acts(now)}, and for minutes it has not proved that this holds the record of ${acts(before)} that this browser saw on ${when}. It may be out of order, or hide that acts were changed. This warning goes away by itself once the proof is given.`,
    },
    todo: 'What to do',
    keep: 'Keep both checkpoints, before anything else.',
    ask: 'Ask the secretariat what happened, by another way than this server.',
    others:
      'Compare with other delegations. Two checkpoints under one key that contradict each other prove it to anybody.',
    save: 'Save both checkpoints',
    goOn: 'Go on from here',
    goOnTitle: 'Take this record as a new beginning?',
    goOnText:
      'From now on this browser compares with what the server shows now. The warning goes away on this browser alone. Save both checkpoints first.',
    details: 'Both checkpoints',
    before: (when: string) => `Seen on ${when}`,
    now: (when: string) => `Shown on ${when}`,
  },
  file: {
    title: (declaration: string) => `Paraph: two checkpoints of ${declaration} that contradict each other`,
    unproved: (declaration: string) =>
      `Paraph: two checkpoints of ${declaration}; the server has not proved that the later one holds the earlier`,
    server: (origin: string) => `Server: ${origin}`,
    key: 'Key',
  },
}
