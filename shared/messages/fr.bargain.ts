import type {
  account as enAccount,
  compromise as enCompromise,
  confirming as enConfirming,
  groups as enGroups,
  order as enOrder,
} from './en.bargain.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const groups: typeof enGroups = {
  title: 'Groupes',
  lead: 'Un groupe dépose et prend position par son délégué, pour tous ses membres sauf ceux qui s’en dissocient.',
  empty: 'Aucun groupe n’a encore été constitué.',
  make: 'Constituer un groupe',
  change: 'Modifier',
  changeTitle: (name) => `Modifier ${name}`,
  code: 'Code',
  codeHint: 'De deux à six capitales et chiffres, comme UE ou G77. Il précède le numéro de ses amendements.',
  nameEn: 'Nom en anglais',
  nameFr: 'Nom en français',
  membersLabel: 'Membres',
  membersHint: 'Codes ou noms d’États, séparés par des virgules, des points-virgules ou des lignes.',
  unknown: (words) => `Inconnu comme État : ${words}`,
  members: (n) => count(n, { one: '# membre', other: '# membres' }),
  membersOf: (name) => `Membres de ${name}`,
  save: 'Enregistrer le groupe',
  saved: (name) => `${name} est enregistré.`,
  except: (codes) => `sauf ${codes}`,
  speaksFor: (n) => count(n, { one: 'pour # membre', other: 'pour # membres' }),
  optOut: (group) => `Se dissocier de ${group}`,
  optIn: (group) => `Suivre de nouveau ${group}`,
  optedOut: (group) => `Votre délégation se dissocie ici de ${group}.`,
  optedIn: (group) => `Votre délégation suit ici ${group}.`,
  speaking: (group) => `${group} parle ici pour votre délégation.`,
}

export const compromise: typeof enCompromise = {
  title: 'Compromis',
  chairText: 'Texte de la présidence',
  deskText: 'Texte du secrétariat',
  start: 'Chercher un compromis',
  opened: 'Le compromis est ouvert comme projet du bureau. Rédigez-le dans la salle.',
  draft: (ids) => `Compromis entre ${ids}`,
  draftHint:
    'Le bureau seul le voit tant qu’il n’est pas présenté à la salle. Les mots des rivaux s’y suivent : écrivez ceux qui prendront leur place.',
  toRoom: 'Le rédiger dans la salle',
  put: 'Présenter à la salle',
  putTitle: 'Présenter ce compromis à la salle ?',
  putHint:
    'Il reçoit un numéro, et les auteurs des amendements qu’il remplacerait sont priés d’accepter ou de décliner.',
  putDone: (id) => `${id} est devant la salle.`,
  reword: 'Reformuler',
  between: (ids) => `Entre ${ids}`,
  proposedIn: (id) => `${id} est présenté pour prendre sa place`,
  consents: {
    accepts: (names) => `Acceptent : ${names}`,
    declines: (names) => `Déclinent : ${names}`,
    asked: (names) => `Consultés, sans réponse : ${names}`,
  },
  askTitle: 'Votre délégation l’accepte-t-elle à la place de son propre amendement ?',
  accept: 'Accepter le compromis',
  decline: 'Décliner',
  accepted: 'Votre délégation accepte le compromis.',
  declined: 'Votre délégation décline le compromis.',
  youAccept: 'Votre délégation accepte ce libellé.',
  youDecline: 'Votre délégation décline ce libellé.',
  supersededConsent: (id) => `Remplacé par ${id}, avec l’accord de ses auteurs`,
  supersededWithout: (id) => `Remplacé par ${id}`,
  fellWith: (id) => `Tombé avec l’acceptation de ${id}`,
  withoutDeclined: (names) => `Ont décliné : ${names}`,
  withoutAnswer: (names) => `N’ont pas répondu : ${names}`,
}

export const order: typeof enOrder = {
  measure: 'L’éloignement se mesure aux caractères qu’un amendement retire et apporte.',
  changed: 'Le bureau a changé ici l’ordre des décisions.',
  earlier: (id) => `Trancher ${id} plus tôt`,
  later: (id) => `Trancher ${id} plus tard`,
  done: 'L’ordre des décisions est changé.',
  fallsIf: (ids) => `Tombe si ${ids} est accepté`,
  tie: 'Tombe si …',
  tieTitle: (id) => `${id} tombe si l’un de ceux-ci est accepté`,
  tieHint: 'Dès que l’un de ceux qui sont cochés est accepté, il tombe. Plus personne n’a à le trancher.',
  tieNone: 'Aucun autre amendement n’est en attente.',
  tied: (id) => `${id} est lié.`,
  untied: (id) => `${id} est délié.`,
  cannot: (ids) => `${ids} ne peut être accepté après les autres : il n’en resterait rien.`,
}

export const confirming: typeof enConfirming = {
  awaited: 'Votre capitale est attendue sur cet alinéa.',
  open: 'Confirmer pour notre capitale',
  title: (clause) => `Confirmer : ${clause} ?`,
  hint: 'Vous confirmez exactement ces mots. Quand toutes les capitales attendues ont confirmé, l’alinéa est convenu.',
  done: (clause) => `${clause} : confirmé pour votre capitale.`,
}

export const account: typeof enAccount = {
  title: 'Compte des mots',
  lead: 'Chaque mot que quelqu’un a proposé, en un seul lieu, avec qui l’y a mis et quand.',
  allNamed: 'Aucun mot n’est entré dans le texte, ni n’en est sorti, sans le nom d’un amendement.',
  nameless: (n) =>
    count(n, {
      one: '# morceau du texte est venu ou parti sans nom :',
      other: '# morceaux du texte sont venus ou partis sans nom :',
    }),
  proposals: (n) => count(n, { one: '# morceau de texte proposé', other: '# morceaux de texte proposés' }),
  filter: 'Lieu',
  all: 'Tous les lieux',
  empty: 'Personne n’a encore proposé un mot',
  emptyHelp: 'Dès qu’un amendement est déposé, il est rendu compte ici de ses mots.',
  would: { 'come in': 'à insérer', 'go out': 'à retirer' },
  revision: (n) => `révision ${n}`,
  through: (id) => `par ${id}`,
  place: {
    'in the text': 'Dans le texte',
    'taken out again': 'Était dans le texte, retiré depuis',
    'fell away': 'Accepté trop tard : n’avait plus sa place',
    'taken out': 'Retiré du texte',
    pending: 'En attente',
    overtaken: 'Dépassé',
    carried: 'Satisfait par un autre',
    revised: 'Remplacé par un libellé ultérieur',
    withdrawn: 'Retiré par son auteur',
    rejected: 'Rejeté',
    'superseded with consent': 'Remplacé, avec accord',
    'superseded without consent': 'Remplacé, sans accord',
    fallen: 'Devenu sans objet',
  },
}
