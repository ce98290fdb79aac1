import type { sheet as english } from './en.sheet.ts'

export const sheet: typeof english = {
  what: {
    text: 'Texte',
    final: 'Texte final',
    compilation: 'Texte de compilation',
    amended: 'Texte amendé',
    comparison: 'Comparaison de versions',
    amendments: 'Amendements',
    account: 'Déclaration d’intégrité',
    roll: 'Liste des États qui approuvent',
  },
  name: (title, what, symbol) => `${title} – ${what}, ${symbol}`,
  version: (n) => `version ${n}`,
  asOf: (act) => `non publié, état après l’acte ${act}`,
  check: 'Comment vérifier ce document',
  checkFinal:
    'À cette adresse se trouvent le texte final et la liste des États, dès que le secrétariat les a rendus publics ; la page calcule elle-même l’empreinte des mots.',
  checkVersion:
    'Qui participe à la réunion trouve la version à cette adresse, où le navigateur calcule lui-même l’empreinte des mots.',
  checkNow:
    'Ces mots n’ont pas été publiés comme version. Qui participe à la réunion trouve les versions à cette adresse.',
  address: 'Adresse',
  hash: 'SHA-256 des mots',
  hashWithout: 'SHA-256 des mots sans les propositions',
  fingerprint: 'Empreinte de la clé de la réunion',
  code: (address) => `Code QR de l’adresse ${address}`,
  brackets:
    'Entre crochets : les mots qu’une proposition changerait, suivis de chaque proposition avec ses auteurs. Ce qui serait inséré est souligné.',
  changes: 'Ce qui entre est souligné, ce qui sort est barré ; l’amendement suit entre crochets.',
  places: { place: 'Où sont les mots', pieces: 'Fragments' },
  rows: { state: 'État', signatory: 'Signataire', time: 'Approuvé' },
  remarks: 'Réserves et déclarations',
}
