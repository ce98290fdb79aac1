import type {
  acts as enActs,
  endorse as enEndorse,
  roll as enRoll,
  versions as enVersions,
} from './en.record.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const versions: typeof enVersions = {
  title: 'Versions',
  lead: 'Le texte tel qu’il a été figé chaque fois, et chaque acte public entre-temps.',
  timeline: 'Chronologie',
  list: 'Versions',
  final: 'Texte final',
  hash: 'Empreinte des mots',
  by: (who, when) => `${who}, ${when}`,
  compare: 'Comparer',
  compareWithNow: 'Comparer avec le texte actuel',
  from: 'De',
  to: 'À',
  now: 'Le texte actuel',
  swap: 'Inverser',
  none: 'Rien à comparer pour l’instant',
  noneHelp: 'Choisissez deux versions. Quand le secrétariat publiera la suivante, elle paraîtra ici.',
  same: 'Les mots sont les mêmes.',
  changes: (inserted, deleted) =>
    `${count(inserted, { one: '# insertion', other: '# insertions' })}, ${count(deleted, { one: '# suppression', other: '# suppressions' })}`,
  legend: 'Légende',
  legendInserted: 'inséré',
  legendDeleted: 'retiré',
  legendHint: 'Pointez un mot, ou allez-y avec la touche de tabulation, pour voir qui l’a apporté ou retiré.',
  laid: 'tel que présenté à la réunion',
  clauseInserted: 'Nouvel alinéa',
  clauseDeleted: 'Alinéa retiré',
}

export const acts: typeof enActs = {
  title: 'Actes publics',
  empty: 'Aucun acte pour l’instant',
  'declaration laid': () => 'a présenté la déclaration à la réunion',
  'amendment tabled': (id, revision) =>
    revision > 1 ? `a déposé un nouveau libellé de ${id} (révision ${revision})` : `a déposé ${id}`,
  'amendment withdrawn': (id) => `a retiré ${id}`,
  'amendment co-sponsored': (id, on) => (on ? `s’est porté coauteur de ${id}` : `a retiré son nom de ${id}`),
  'position taken': {
    support: (id) => `appuie ${id}`,
    oppose: (id) => `s’oppose à ${id}`,
    reserve: (id) => `réserve sa position sur ${id}`,
    none: (id) => `ne prend plus position sur ${id}`,
  },
  'compromise put': (id, of) => `a présenté ${id} à la salle, un compromis entre ${of}`,
  'compromise answered': (id, accepts) => (accepts ? `accepte ${id}` : `décline ${id}`),
  'opted out': (group, id, out) =>
    out ? `s’est dissocié de ${group} sur ${id}` : `suit de nouveau ${group} sur ${id}`,
  'order changed': (ids) => `a changé l’ordre des décisions : ${ids}`,
  'amendment tied': (id, to) =>
    to ? `a fixé que ${id} tombe si ${to} est accepté` : `a fixé que ${id} ne dépend d’aucun autre`,
  'clause confirmed': (clause) => `a confirmé l’alinéa ${clause} pour sa capitale`,
  'amendment accepted': (id) => `a accepté ${id} dans le texte`,
  'amendment rejected': (id) => `a rejeté ${id}`,
  'consolidation adopted': (id) => `a adopté une mise au net (${id})`,
  'clause marked': (clause, ladder) => `a marqué l’alinéa ${clause} : ${ladder}`,
  'comment made': () => 'a fait un commentaire',
  'comment replied to': () => 'a répondu à un commentaire',
  'thread resolved': (resolved) => (resolved ? 'a clos une discussion' : 'a rouvert une discussion'),
  'version issued': (symbol) => `a publié ${symbol}`,
  'stage moved': (to) => `a fait passer la déclaration à l’étape « ${to} »`,
  'text endorsed': (symbol) => `a approuvé ${symbol}`,
}

export const endorse: typeof enEndorse = {
  title: 'Approuver',
  notYet: 'Il n’y a pas encore de texte final',
  notYetHelp:
    'La déclaration est encore en négociation. Quand le secrétariat soumettra le texte final aux signataires, cette page le montrera en entier.',
  notYetStage: (stage) => `Étape actuelle : ${stage}.`,
  toRoom: 'Suivre la négociation',
  noSignatory: 'Seul le signataire d’un État approuve.',
  closed: 'L’approbation est close. La liste montre les États qui ont approuvé.',
  toRoll: 'Voir la liste',
  statement: (state) => `${state} : au nom de cet État, j’approuve ce texte.`,
  name: 'Votre nom, tel qu’il figurera sur la liste',
  office: 'Votre titre ou fonction',
  attach: 'Joindre une déclaration',
  attachNone: 'Aucune',
  reservation: 'Réserve',
  explanation: 'Explication de position',
  statementWords: 'Termes de la déclaration',
  statementHint: 'Elle figure au dossier à côté de votre approbation. Elle ne change pas le texte.',
  review: 'Relire et approuver',
  summary: 'Vous allez approuver',
  text: 'Texte',
  hash: 'Empreinte de ses mots',
  confirm: (state) => `Approuver au nom de : ${state}`,
  confirmHint: 'C’est consigné aussitôt et ne peut pas être repris ici.',
  otherWords:
    'Les mots affichés sur cet écran ne sont pas ceux du texte final : rien n’a été envoyé. Un traducteur de pages ou une extension les a peut-être changés : désactivez-le, rechargez la page et relisez le texte.',
  checked: 'Ce navigateur a recalculé l’empreinte à partir des mots affichés sur cet écran.',
  receipt: 'Récépissé',
  receiptLead: (state, symbol) => `${state} a approuvé ${symbol}.`,
  at: 'Heure',
  state: 'État',
  save: 'Enregistrer dans un fichier',
  keep: 'Gardez ce récépissé : il permet à chacun de vérifier quel texte exact a été approuvé.',
  withReservation: 'avec une réserve',
  withExplanation: 'avec une explication de position',
  act: (n) => `Acte ${n} du dossier`,
}

export const roll: typeof enRoll = {
  title: 'Liste des États qui approuvent',
  invited: 'Invités',
  accredited: 'Accrédités',
  present: 'Présents',
  endorsing: 'Approuvent',
  of: (n, all) => `${n} des ${all} États invités approuvent`,
  list: 'États qui approuvent',
  empty: 'Aucun État n’a encore approuvé',
  emptyFinal: 'Dès que le premier signataire approuvera, son État paraîtra ici.',
  emptyBefore:
    'Il n’y a pas encore de texte final. Les États pourront approuver dès que le secrétariat ouvrira l’approbation.',
  statement: { reservation: 'Réserve', explanation: 'Explication de position' },
  verify: 'Comment vérifier',
  verifyText:
    'Une approbation signe l’empreinte SHA-256 des mots exacts du texte final. Pour la vérifier, prenez les mots canoniques et calculez vous-même l’empreinte :',
  hashOf: (symbol) => `SHA-256 de ${symbol}`,
  download: 'Enregistrer les mots canoniques',
}
