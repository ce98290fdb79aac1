/** Of documents on paper: what each sheet says of itself. */
export const sheet = {
  what: {
    text: 'Text',
    final: 'Final text',
    compilation: 'Compilation text',
    amended: 'Text as amended',
    comparison: 'Comparison of versions',
    amendments: 'Amendments',
    account: 'No-loss statement',
    roll: 'Roll of endorsing States',
  },
  name: (title: string, what: string, symbol: string) => `${title} – ${what}, ${symbol}`,
  version: (n: number) => `version ${n}`,
  asOf: (act: number) => `not issued, as of act ${act}`,
  check: 'How to check this paper',
  checkFinal:
    'At this address stand the final text and its roll, once the secretariat has published them; the page computes the hash of its words by itself.',
  checkVersion:
    'Whoever takes part in the meeting finds the version at this address, where the browser computes the hash of its words by itself.',
  checkNow:
    'These words were not issued as a version. Whoever takes part in the meeting finds the versions at this address.',
  address: 'Address',
  hash: 'SHA-256 of the words',
  hashWithout: 'SHA-256 of the words without proposals',
  fingerprint: 'Fingerprint of the meeting’s key',
  code: (address: string) => `QR code of the address ${address}`,
  brackets:
    'In square brackets: words that a proposal would change, and after them each proposal with its sponsors. What would come in is underlined.',
  changes:
    'What comes in is underlined, what goes is struck, and after both stands the amendment in square brackets.',
  places: { place: 'Where the words are', pieces: 'Pieces' },
  rows: { state: 'State', signatory: 'Signatory', time: 'Endorsed' },
  remarks: 'Reservations and statements',
}
