import type { roll as enRoll } from './en.roll.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const roll: typeof enRoll = {
  title: 'Liste des États qui approuvent',
  invited: 'Invités',
  accredited: 'Accrédités',
  present: 'Présents',
  endorsing: 'Approuvent',
  of: (n, all) => `${n} des ${all} États invités approuvent`,
  list: 'États qui approuvent',
  others: (n) => count(n, { one: '# État invité n’approuve pas', other: '# États invités n’approuvent pas' }),
  until: 'jusqu’au',
  latest: 'Derniers venus',
  empty: 'Aucun État n’a encore approuvé',
  emptyAgain: 'Aucun État n’approuve à présent',
  emptyFinal: 'Dès que le premier signataire approuvera, son État paraîtra ici.',
  emptyBefore:
    'Il n’y a pas encore de texte final. Les États pourront approuver dès que le secrétariat ouvrira l’approbation.',
  verify: 'Comment vérifier',
  verifyText:
    'Une approbation signe l’empreinte SHA-256 des mots exacts du texte final. Pour la vérifier, prenez les mots canoniques et calculez vous-même l’empreinte :',
  hashOf: (symbol) => `SHA-256 de ${symbol}`,
  download: 'Enregistrer les mots canoniques',
  checkedHere: 'Ce navigateur a vérifié lui-même ce que le serveur a envoyé :',
  certificate: 'Enregistrer le certificat',
  certificateHint:
    'Une page avec le texte final et sa liste. Elle s’ouvre sans réseau, pour toujours, et se vérifie elle-même.',
  publish: {
    open: 'Rendre la liste publique',
    means:
      'Chacun peut lire le texte final, la liste et ses déclarations, et les vérifier, sans se connecter. Rien d’autre de la réunion n’est montré. C’est un acte du dossier.',
    withdraw: 'Fermer la liste au public',
    withdrawMeans:
      'Seuls les participants voient désormais la liste. Ce que le public a enregistré lui reste. C’est un acte du dossier.',
    see: 'La page publique',
    notPublic: 'Cette déclaration n’existe pas, ou sa liste n’est pas publique.',
  },
  map: {
    title: 'Carte des États qui approuvent',
    says: (n, all) =>
      `Carte du monde où ${n} des ${all} États invités sont marqués comme approuvant le texte. La liste ci-dessous les nomme.`,
    marks: {
      endorses: 'approuve',
      qualified: 'approuve, avec une réserve ou une dissociation',
      none: 'n’approuve pas',
    },
    dots: 'Les États trop petits pour cette carte ont un point, à côté de leur place là où plusieurs se touchent.',
    boundaries:
      'Contours de Natural Earth au 1:110 000 000, état d’octobre 2009 : le Soudan du Sud est dessiné avec le Soudan. Aucun trait et aucun nom de cette carte n’exprime un jugement de la réunion sur le statut d’un territoire ni sur ses frontières.',
  },
}
