import type { declarations as enDeclarations, enter as enEnter, people as enPeople } from './en.enter.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const enter: typeof enEnter = {
  title: 'Entrer',
  placeAndDate: (place, date) => `${place}, ${date}`,
  invitedAs: 'Ce lien vous permet d’agir pour',
  button: (as) => `Entrer : ${as}`,
  once: 'Le lien ne s’ouvre qu’une fois. Ensuite, ce navigateur vous garde connecté.',
  notOpen: 'Ce lien ne s’ouvre pas',
  ask: 'Écrivez au secrétariat de la réunion ou présentez-vous à son bureau : il peut vous établir aussitôt un nouveau lien.',
  alreadyIn: 'Vous êtes déjà connecté dans ce navigateur.',
  home: {
    title: 'À quel titre agissez-vous ?',
    lead: 'Ce navigateur détient ces qualités. Chaque onglet agit au titre de l’une d’elles.',
    none: 'Vous n’êtes pas connecté',
    noneHelp:
      'Pour entrer, ouvrez le lien d’accès que le secrétariat de la réunion vous a envoyé. Il s’ouvre une fois, puis ce navigateur reste connecté.',
    noneAsk: 'Pas de lien, ou un lien qui ne s’ouvre pas ? Demandez-en un nouveau au secrétariat.',
  },
}

export const declarations: typeof enDeclarations = {
  title: 'Déclarations',
  empty: 'Aucune déclaration n’a encore été présentée',
  emptyHelp: 'Dès que le secrétariat en présentera une à la réunion, elle paraîtra ici.',
  emptyDesk: 'Présentez la première : collez son texte, et la salle s’ouvre.',
  pending: (n) => count(n, { one: '# amendement en attente', other: '# amendements en attente' }),
  nonePending: 'Aucun amendement en attente',
  toDecide: (n) => count(n, { one: '# décision attend au bureau', other: '# décisions attendent au bureau' }),
  toAnswer: (n) =>
    count(n, { one: '# réponse est attendue de vous', other: '# réponses sont attendues de vous' }),
  endorsements: (n) => count(n, { one: '# État approuve', other: '# États approuvent' }),
  clauses: (n) => count(n, { one: '# alinéa', other: '# alinéas' }),
  changed: (when) => `modifiée ${when}`,
  toPeople: 'Personnes',
  lay: {
    open: 'Présenter une déclaration',
    title: 'Présenter une déclaration',
    symbol: 'Cote',
    symbolHint: 'La cote de base. Les versions y ajoutent /Rev.1, etc.',
    name: 'Titre',
    language: 'Langue du texte',
    fromFile: 'Depuis un fichier…',
    fromFileHint: 'Word, texte brut ou Akoma Ntoso',
    text: 'Texte',
    textHint:
      'Un alinéa par paragraphe. Les numéros et la ponctuation finale sont omis : ils sont ajoutés à l’affichage.',
    found: (n) => count(n, { one: '# alinéa trouvé', other: '# alinéas trouvés' }),
    foundNone: 'Aucun alinéa trouvé pour l’instant',
    confirm: 'Présenter à la réunion',
    done: (symbol) => `${symbol} est présentée à la réunion.`,
    tooMany: 'Une déclaration a au plus 150 alinéas de 5 000 caractères au plus.',
  },
}

export const people: typeof enPeople = {
  title: 'Personnes',
  lead: 'Qui est accrédité, pour quel État et à quel titre.',
  accredit: 'Accréditer une personne',
  role: 'Rôle',
  state: 'État',
  findState: 'Chercher un État',
  noState: 'Aucun État de ce nom n’a été invité.',
  name: 'Nom',
  office: 'Fonction',
  officeHint: 'Telle qu’elle figurera sur la liste : Ministre de l’intérieur.',
  from: 'Valable dès le',
  until: 'Valable jusqu’au',
  termHint: 'Dans votre fuseau horaire. Vide : aussitôt, et jusqu’au retrait.',
  badTerm: 'La fin doit venir après le début.',
  add: 'Accréditer',
  linkTitle: 'Lien d’accès',
  linkFor: (name, as) => `Pour ${name}, ${as}`,
  linkOnce:
    'Copiez-le maintenant : il n’est montré que cette fois et ne s’ouvre qu’une fois. Remettez-le à cette seule personne.',
  copyLink: 'Copier le lien',
  done: 'Terminé',
  newLink: 'Nouveau lien',
  newLinkConfirm: (name) =>
    `Établir un nouveau lien d’accès pour ${name} ? Un lien que personne n’a encore utilisé cessera de fonctionner.`,
  revoke: 'Retirer',
  revokeTitle: 'Retirer l’accréditation',
  revokeConfirm: (name) =>
    `${name} est déconnecté partout et ne peut pas revenir avec cette accréditation. Ce que cette personne a fait reste consigné.`,
  revoked: (when) => `Retirée ${when}`,
  revokedDone: (name) => `L’accréditation de ${name} est retirée.`,
  accreditedDone: (name) => `${name} est accrédité.`,
  meetingStaff: 'Réunion et observateurs',
  link: {
    unused: 'Lien pas encore utilisé',
    used: 'S’est connecté',
    expired: 'Lien expiré',
    none: 'Aucun lien',
  },
  lastSeen: (when) => `vu ${when}`,
  begins: (when) => `Valable dès le ${when}`,
  ends: (when) => `Valable jusqu’au ${when}`,
  hasEnded: (when) => `Expirée le ${when}`,
  accreditedBy: (who, when) => `Accrédité par ${who}, ${when}`,
  accreditedAt: (when) => `Accrédité à l’ouverture, ${when}`,
  passkeys: (n) => count(n, { one: '# clé d’accès', other: '# clés d’accès' }),
  toTrail: 'Ce qui a été refusé',
  states: (n) => count(n, { one: '# État', other: '# États' }),
  persons: (n) => count(n, { one: '# personne', other: '# personnes' }),
  empty: 'Personne n’est encore accrédité',
  emptyHelp: 'Accréditez la première personne : un lien d’accès est établi, que vous lui remettez.',
  search: 'Chercher une personne ou un État',
  noneFound: 'Personne de ce nom n’est accrédité.',
}
