import type { amending as enAmending } from './en.amending.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const amending: typeof enAmending = {
  tabledAs: (n) => `Nº ${n} dans l’ordre de dépôt`,
  takenUpFrom: (id) => `Repris de ${id}`,
  takenUpBy: (id) => `Repris sous ${id}`,
  takeUp: 'Le reprendre',
  takeUpTitle: (id) => `Reprendre ${id} ?`,
  takeUpHint:
    'Ces mots sont de nouveau en attente, comme amendement de votre délégation, sous un numéro qui lui est propre.',
  takenUp: (id) => `${id} est déposé.`,
  change: (from, to) => `Ce qui change de la révision ${from} à la révision ${to}`,
  changeSame: 'Les mots sont les mêmes ; seule leur place dans le texte a bougé.',
  invite: 'Inviter des coauteurs',
  inviteTitle: (id) => `Qui doit coparrainer ${id} ?`,
  inviteHint:
    'Chacun est prié d’apposer son nom à ces mots exactement. Tant qu’il ne l’a pas fait, son nom n’apparaît pas.',
  inviteAdd: 'Ajouter une délégation',
  inviteRemove: (name) => `Ne pas inviter ${name}`,
  invited: (n) => count(n, { one: '# délégation est invitée.', other: '# délégations sont invitées.' }),
  askedOfYou: 'Votre nom est demandé',
  askedHint: (name) => `${name} invite votre délégation à coparrainer ces mots exactement.`,
  askedAgain:
    'Les mots ont changé depuis que vous y avez apposé votre nom. Il y figure de nouveau dès que vous confirmez.',
  decline: 'Décliner',
  declined: (id) => `Votre délégation ne coparraine pas ${id}.`,
  duplicate: (id) => `${id} propose les mêmes mots`,
  duplicateHint:
    'Le coparrainer donne plus de poids à la proposition que de déposer deux fois les mêmes mots.',
  duplicateOwn: 'Votre délégation a déjà déposé exactement cela.',
  duplicateNamed: 'Votre délégation le coparraine déjà.',
  coSponsorInstead: (id) => `Coparrainer plutôt ${id}`,
  coSponsoredInstead: (id) => `Votre délégation coparraine ${id} ; le projet est abandonné.`,
  tableAnyway: 'Déposer quand même',
  to: (id, parent) => `${id} à ${parent}`,
  subs: 'À trancher d’abord',
  subsOf: (id) => `Amendements à ${id}`,
  amend: 'L’amender',
  yoursTo: (id) => `Votre amendement à ${id}`,
  draftTo: (name, id) => `${name} rédige un amendement à ${id}`,
  tableTo: (id) => `Déposer cet amendement à ${id} ?`,
  tableToHint: (id) =>
    `Il est tranché avant ${id}. S’il est accepté, ${id} reçoit ces mots et ses auteurs sont priés de les confirmer ; si ${id} devient caduc, il le devient aussi.`,
  askedAmended: (id) =>
    `${id} a été accepté et a changé ces mots. Aucun nom n’y figure tant qu’il n’est pas confirmé.`,
  unconfirmed: (name, id) => `Tel qu’amendé par ${id} ; non confirmé par ${name}.`,
  askedTakenIn: (name, id) =>
    `${name} a repris ${id} dans son amendement. Votre nom y figure de nouveau dès que vous confirmez ces mots.`,
  askedRestated: (id) =>
    `${id} a un nouveau libellé, où ceci fait les mêmes changements. Votre nom y figure de nouveau dès que vous confirmez.`,
  unconfirmedRestated: (name, id) => `Reporté sur le nouveau libellé de ${id} ; non confirmé par ${name}.`,
  replaced: (id) => `${id} a un nouveau libellé, où ceci n’a plus sa place.`,
  redo: 'Refaire sur le nouveau libellé',
  draftReplaced: (id) =>
    `${id} a un nouveau libellé. Ces mots portent sur l’ancien et ne peuvent plus y être déposés.`,
  carryOver: 'Reporter sur le nouveau libellé',
  carriedOver: (id) =>
    `Vous écrivez désormais sur le nouveau libellé de ${id}. Ce qui n’y a pas sa place reste dans votre projet précédent.`,
  takeIn: 'L’intégrer',
  takeInTitle: (id, own) => `Intégrer ${id} dans ${own} ?`,
  takeInHint: (own) =>
    `${own} reçoit ces mots comme révision suivante, au nom de votre délégation, et plus personne n’a à les trancher. Ses coauteurs sont priés de confirmer.`,
  tookIn: (id, own) => `${id} est intégré dans ${own}.`,
  draftBlank: 'Rien d’écrit encore',
  shareNamed: 'Avec des délégations nommées',
  shareNamedHint: 'Vous et les délégations ci-dessous le voyez et y écrivez, et personne d’autre.',
  losing: (n) =>
    count(n, {
      one: 'Le texte a évolué : # changement a perdu sa place et devient caduc.',
      other: 'Le texte a évolué : # changements ont perdu leur place et deviennent caducs.',
    }),
  lost: (n) =>
    count(n, {
      one: 'Accepté sans # changement qui avait perdu sa place :',
      other: 'Accepté sans # changements qui avaient perdu leur place :',
    }),
  history: {
    restated: (id, to) => `a reporté ${id} sur le nouveau libellé de ${to}`,
    takenIn: (id, to) => `a intégré ${id} dans ${to}`,
    accepted: (id, to) => `a accepté ${id} dans ${to}`,
    takenUp: (id, from) => `a repris ${from} sous ${id}`,
    invited: (id, names) => `a invité ${names} à coparrainer ${id}`,
  },
}
