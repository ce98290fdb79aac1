import { plural } from './plural.ts'

const count = plural('en')

export const roll = {
  title: 'Roll of endorsing States',
  invited: 'Invited',
  accredited: 'Accredited',
  present: 'Here now',
  endorsing: 'Endorsing',
  of: (n: number, all: number) => `${n} of ${all} invited States endorse`,
  list: 'Endorsing States',
  others: (n: number) =>
    count(n, { one: '# invited State does not endorse', other: '# invited States do not endorse' }),
  until: 'until',
  latest: 'Latest',
  empty: 'No State has endorsed yet',
  emptyAgain: 'No State endorses at present',
  emptyFinal: 'As soon as the first signatory endorses, the State appears here.',
  emptyBefore:
    'There is no final text yet. States can endorse as soon as the secretariat opens the endorsement.',
  verify: 'How to verify',
  verifyText:
    'An endorsement signs the SHA-256 hash of the exact words of the final text. To check it, fetch the canonical words and compute the hash yourself:',
  hashOf: (symbol: string) => `SHA-256 of ${symbol}`,
  download: 'Save the canonical words',
  checkedHere: 'This browser has checked for itself what the server sent:',
  certificate: 'Save the certificate',
  certificateHint:
    'One page with the final text and its roll. It opens without a network, for ever, and checks itself.',
  publish: {
    open: 'Open the roll to the public',
    means:
      'Everybody can read the final text, the roll and its statements, and check them, without signing in. Nothing else of the meeting is shown. This is an act of the record.',
    withdraw: 'Close the roll to the public',
    withdrawMeans:
      'Only those in the meeting see the roll from now on. What the public has saved stays with it. This is an act of the record.',
    see: 'The public page',
    notPublic: 'Either there is no such declaration, or its roll is not open to the public.',
  },
  map: {
    title: 'Map of the endorsing States',
    says: (n: number, all: number) =>
      `A map of the world on which ${n} of ${all} invited States are marked as endorsing. The list below names them.`,
    marks: {
      endorses: 'endorses',
      qualified: 'endorses, with a reservation or a dissociation',
      none: 'does not endorse',
    },
    dots: 'States too small for this map have a dot, beside their place where several stand close.',
    boundaries:
      'Outlines of Natural Earth at 1:110 million, for October 2009: South Sudan is drawn with Sudan. No line and no name on this map is a judgement of the meeting on the status of a territory or on its boundaries.',
  },
}
