import type { FileWords } from './en.file.ts'
import { plural } from './plural.ts'

const number = plural('fr')

export const file: FileWords = {
  title: 'Reprendre un fichier Word',
  intro:
    'Enregistrez le texte ou la compilation en Word depuis « Documents », travaillez-y avec le suivi des modifications, puis apportez le fichier ici. Vous voyez d’abord ce qui y a été trouvé : rien n’est proposé avant que vous ne le confirmiez et ne le déposiez.',
  choose: 'Choisir un fichier Word',
  another: 'Choisir un autre fichier',
  drop: 'ou déposez-le ici',
  reading: (name: string) => `Lecture de ${name}…`,
  tooLong: 'Ce fichier dépasse 5 Mo. Une déclaration est bien plus légère : retirez les images et réessayez.',
  notNow:
    'Un projet ne peut être ouvert que pendant la rédaction. Vous pouvez regarder le fichier, et le confirmer alors.',
  issued: {
    version: (what: string, symbol: string) => `${what} de ${symbol}`,
    moment: (what: string, when: string) => `${what}, état du ${when}`,
  },
  found: (count: number) => number(count, { one: '# changement', other: '# changements' }),
  foundNone: 'Rien n’a été changé dans ce fichier.',
  foundNoneHelp:
    'Il se lit comme il a été émis. Enregistrez votre travail dans Word, puis choisissez à nouveau le fichier.',
  untracked: (count: number) =>
    `${number(count, { one: '# alinéa a été modifié', other: '# alinéas ont été modifiés' })} sans que Word en garde la trace. Les changements y ont été trouvés par comparaison : regardez-les mot à mot.`,
  untrackedBadge: 'Sans suivi',
  partlyBadge: 'En partie sans suivi',
  movedOn:
    'Cet alinéa a changé depuis que le fichier a été émis. Les changements sont portés dans ses mots d’aujourd’hui.',
  by: (names: string) => `Dans le fichier : ${names}`,
  kind: { words: 'Modifié', struck: 'Supprimé', moved: 'Déplacé', new: 'Nouvel alinéa' },
  stands: 'Texte actuel',
  would: 'Se lirait',
  nothing: 'Rien ne figure ici.',
  after: (clause: string) => `Après ${clause}`,
  first: 'Avant tous les autres',
  takeIn: (what: string) => `Reprendre : ${what}`,
  comments: 'Commentaires du fichier',
  commentsHelp: 'Ceux qui sont cochés sont dits dans la salle, en votre nom.',
  answersThread: 'Une réponse à ce qui a été dit dans la salle',
  lost: 'Sans place dans le texte actuel',
  beside: 'À côté des alinéas',
  lostHelp: 'Ces mots ne sont pas repris. Copiez ce dont vous avez besoin.',
  why: {
    overtaken: 'Les mots concernés ne figurent plus dans le texte.',
    there: 'Le texte se lit déjà ainsi.',
    proposal: 'Il s’agit de mots que propose un amendement. Amendez cet amendement dans la salle.',
    'too-long': 'C’est plus qu’un projet ne peut contenir.',
    beside: 'Cela ne figure dans aucun alinéa, mais dans une note, un cadre ou au bord d’une page.',
  },
  moveLost: 'Déplacé dans le fichier, et depuis par quelqu’un d’autre, ou supprimé.',
  oddities: {
    table: (count: number) => number(count, { one: '# tableau', other: '# tableaux' }),
    picture: (count: number) => number(count, { one: '# image', other: '# images' }),
    footnote: (count: number) =>
      number(count, { one: '# note de bas de page', other: '# notes de bas de page' }),
    formula: (count: number) => number(count, { one: '# formule', other: '# formules' }),
    number: (count: number) => number(count, { one: '# numéro d’alinéa', other: '# numéros d’alinéa' }),
  },
  leftOut: (what: string) => `Une déclaration ne contient que des mots. Laissé de côté : ${what}.`,
  into: 'Réunir les changements dans',
  oneDraft: 'un seul projet',
  byClause: 'un projet par alinéa',
  inParts: (drafts: number) =>
    `Un seul projet ne peut tout contenir : il y en aura ${drafts}, dans l’ordre du texte. Déposez-les dans cet ordre.`,
  keepPrivate: 'Garder privé jusqu’au dépôt',
  confirm: (changes: number) =>
    changes === 1 ? 'Ouvrir un projet avec un changement' : `Ouvrir un projet avec ${changes} changements`,
  confirmMany: (drafts: number) => `Ouvrir ${drafts} projets`,
  confirmComments: 'Dire les commentaires',
  nothingTicked: 'Cochez ce qui doit être repris.',
  done: (drafts: number) =>
    drafts === 1
      ? 'Un projet a été ouvert avec les changements du fichier.'
      : `${drafts} projets ont été ouverts.`,
}
