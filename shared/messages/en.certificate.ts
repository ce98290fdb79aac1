import { statements } from './en.statements.ts'
import { plural } from './plural.ts'

const count = plural('en')

/** Of the file that is kept for decades: it stands alone, and says all that one needs to know to check it. */
export const certificate = {
  title: (symbol: string) => `Certificate of ${symbol}`,
  language: 'English',
  roll: 'Endorsing States',
  of: (n: number, invited: number, accredited: number) =>
    `${count(n, { one: '# State endorses', other: '# States endorse' })} of ${invited} invited and ${accredited} accredited.`,
  none: 'No State has endorsed yet.',
  text: 'The final text',
  laid: (language: string) => `The text in ${language}`,
  laidMeans: (language: string) =>
    `Laid by the secretariat for whoever reads this language. The text in ${language} is authentic: it alone is signed.`,
  statements,
  onPaper: 'signed on paper',
  dissociated: (clauses: string) => (clauses.includes(',') ? `clauses ${clauses}` : `clause ${clauses}`),
  checking: 'Does it hold?',
  notChecked:
    'This page checks itself as soon as it is opened in a browser that runs scripts. As long as this sentence stands here, nothing has been checked.',
  right: 'Everything holds.',
  wrong: 'Not in order: this file was changed.',
  partly: 'What could be checked here holds; see below for what could not.',
  checks: {
    seal: {
      right: 'The data in this file are, to the letter, those that the server of the meeting signed.',
      wrong: () => 'The data in this file are not those that the server of the meeting signed.',
      unknown: 'Whether the server signed the data can’t be checked in this browser.',
    },
    checkpoint: {
      right: 'The head of the ledger is signed by the key with the fingerprint below.',
      wrong: () => 'The head of the ledger is not signed by the key below.',
      unknown: 'The signature of the ledger’s head can’t be checked in this browser.',
    },
    ledger: {
      right: 'Every public act since the text was final stands in the ledger, in its order; none is missing.',
      wrong: () => 'The acts are not those that were signed: one was changed, left out, added or moved.',
      unknown: '',
    },
    text: {
      right: 'The words have the hash that was made final and endorsed.',
      wrong: () => 'The words are not those that were made final.',
      unknown: '',
    },
    roll: {
      right: 'The roll has each State that endorses these words and has not withdrawn, once, and no other.',
      wrong: (about: string) => `The roll is not what the acts come to: see ${about}.`,
      unknown: '',
    },
    signatures: {
      right: 'Each signature made on a device is by the key published for that State, over these words.',
      wrong: (about: string) =>
        `The signature for ${about} is not by the key published for it, or is for something else.`,
      unknown: 'Some signatures are of a kind that this browser can’t check.',
    },
    page: {
      right:
        'What stands on this page is what was signed: text, States, names, times, statements and their order.',
      wrong: (about: string) => `What stands on this page is not what was signed: see ${about}.`,
      unknown: '',
    },
  },
  limits: 'What no file can show',
  limit: [
    'That the key is the meeting’s: compare its fingerprint with the one that the meeting made known by another way.',
    'That nothing came later: an endorsement or a withdrawal after this ledger’s head is not in this file. Compare with a newer one.',
    'That this page checks honestly: whoever can change the file can change its script. Check it with a program of your own:',
  ],
  fingerprint: 'Fingerprint of the key',
  hash: 'SHA-256 of the words',
  head: 'Ledger',
  acts: (size: number) => count(size, { one: '# public act', other: '# public acts' }),
}
