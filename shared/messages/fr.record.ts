import type { acts as enActs, provenance as enProvenance, versions as enVersions } from './en.record.ts'
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
  changes: (inserted, deleted, moved = 0) =>
    [
      count(inserted, { one: '# insertion', other: '# insertions' }),
      count(deleted, { one: '# suppression', other: '# suppressions' }),
      ...(moved > 0 ? [count(moved, { one: '# alinéa déplacé', other: '# alinéas déplacés' })] : []),
    ].join(', '),
  legend: 'Légende',
  legendInserted: 'inséré',
  legendDeleted: 'retiré',
  legendHint:
    'Pointez ou touchez un mot, ou allez-y avec la touche de tabulation, pour voir qui l’a apporté ou retiré.',
  laid: 'tel que présenté à la réunion',
  clauses: {
    inserted: 'Nouvel alinéa',
    deleted: 'Alinéa qui n’y est pas encore',
    struck: 'Alinéa supprimé',
    returned: 'Alinéa rétabli',
  },
  looking: 'Ce qu’on regarde',
  names: 'Qui a apporté quoi',
  text: 'Texte',
  after: (act) => `Après l’acte ${act}`,
  place: (act) => `Acte ${act}`,
  fromHere: 'd’ici',
  toHere: 'jusqu’ici',
  look: 'Regarder',
  readWithNames: 'Lire avec le nom derrière chaque mot',
  account: 'Déclaration d’intégrité',
  automatic: (n) => count(n, { one: '# version automatique', other: '# versions automatiques' }),
  frozenBefore: {
    stage: (stage) => `Figée à la fin de l’étape « ${stage} »`,
    decisions: () => 'Figée avant des décisions',
  },
  restore: {
    open: 'Rétablir ce texte …',
    title: (symbol) => `Rétablir le texte de ${symbol}`,
    means:
      'Le texte se lira comme cette version, par un nouvel acte. Rien n’est effacé : ce qui est venu depuis reste au dossier, et les mots qui reviennent gardent le nom de ceux qui les ont apportés.',
    lost: (ids) =>
      `Ces amendements en attente perdent leur place : ${ids}. Leurs auteurs peuvent les proposer à nouveau.`,
    noneLost: 'Tous les amendements en attente gardent leur place.',
    note: 'Pourquoi (tous le lisent)',
    confirm: 'Rétablir ce texte',
    done: (symbol) => `Le texte de ${symbol} a été rétabli.`,
  },
}

export const provenance: typeof enProvenance = {
  title: 'D’où viennent ces mots',
  asLaid: 'Dans le texte tel que présenté à la réunion.',
  asLaidShort: 'Texte tel que présenté',
  brought: 'Apporté par',
  broughtBack: 'Rétabli par',
  backBy: (who) => `rétabli par ${who}`,
  tookOut: 'Retiré par',
  amendment: (id, revision) => (revision > 1 ? `${id}, révision ${revision}` : id),
  amending: (id) => `amende ${id}`,
  restoring: (symbol) => `rétablit le texte de ${symbol}`,
  supported: (who) => `Appuyé par ${who}`,
  noSupport: 'Nul autre n’a pris position pour.',
  act: (n, who) => `Acte ${n}, par ${who}`,
  seeAct: 'Voir ce que cet acte a changé',
  first: 'Apporté d’abord par',
  coverage: 'Quelle part du texte vient de qui',
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
  'group dissolved': (group) =>
    `a dissous le groupe ${group} : ses positions sur ce qui est en attente tombent`,
  'order changed': (ids) => `a changé l’ordre des décisions : ${ids}`,
  'amendment tied': (id, to) =>
    to ? `a fixé que ${id} tombe si ${to} est accepté` : `a fixé que ${id} ne dépend d’aucun autre`,
  'clause confirmed': (clause) => `a confirmé l’alinéa ${clause} pour sa capitale`,
  'amendment accepted': (id) => `a accepté ${id} dans le texte`,
  'amendment rejected': (id) => `a rejeté ${id}`,
  'consolidation adopted': (id) => `a adopté une mise au net (${id})`,
  'text restored': (symbol, id) => `a rétabli les mots de ${symbol} (${id})`,
  'clause marked': (clause, ladder) => `a marqué l’alinéa ${clause} : ${ladder}`,
  'comment made': () => 'a fait un commentaire',
  'comment replied to': () => 'a répondu à un commentaire',
  'thread resolved': (resolved) => (resolved ? 'a clos une discussion' : 'a rouvert une discussion'),
  'version issued': (symbol) => `a publié ${symbol}`,
  'version frozen': (symbol) => `allait décider : le texte a été figé (${symbol})`,
  'roll published': (published) => (published ? 'a rendu la liste publique' : 'a fermé la liste au public'),
  'stage moved': (to) => `a fait passer la déclaration à l’étape « ${to} »`,
  'text endorsed': (symbol) => `a approuvé ${symbol}`,
  'endorsed late': (symbol) => `a approuvé tardivement, dans ${symbol}`,
  'endorsed on paper': (state, symbol) =>
    `a confirmé le document signé par lequel ${state} approuve ${symbol}`,
  'language version laid': (language) => `a déposé le texte final en ${language}`,
  'signatories listed': (n) =>
    count(n, { one: 'a publié # signataire et sa clé', other: 'a publié # signataires et leurs clés' }),
  'endorsement opened': (symbol) => `a ouvert l’approbation de ${symbol}`,
  'addendum opened': (symbol) => `a ouvert ${symbol} pour les approbations tardives`,
  'addendum closed': (symbol) => `a clos ${symbol}`,
  'endorsement withdrawn': (symbol) => `a retiré son approbation de ${symbol}`,
  'withdrawn on paper': (state) => `a confirmé le document signé par lequel ${state} retire son approbation`,
  'paper recorded': (state) => `a consigné un document signé par ${state}`,
  'paper rejected': () => 'n’a pas confirmé un document signé',
}
