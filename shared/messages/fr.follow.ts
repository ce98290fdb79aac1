import type { follow as english } from './en.follow.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const follow: typeof english = {
  title: 'Pour vous',
  matters: (n) => count(n, { one: '# point', other: '# points' }),
  concerns: (name) => `Ce qui concerne : ${name}`,
  noConcerns: 'Rien n’attend votre délégation.',
  since: 'Depuis votre dernier passage',
  nothingSince: 'Rien ne s’est passé depuis votre dernier passage.',
  declaration: 'La déclaration',
  acts: { stage: 'a changé d’étape', version: 'a publié une version' },
  sawAll: 'Tout marquer comme vu',
  walkHint: 'N mène au changement suivant.',
  next: 'Changement suivant',
  more: (n) => count(n, { one: 'et # autre', other: 'et # autres' }),
  isNew: 'Nouveau',
  newsHere: (n) =>
    count(n, {
      one: '# changement depuis votre dernier passage',
      other: '# changements depuis votre dernier passage',
    }),
  say: {
    'consent asked': (id, where) => `Votre accord est demandé sur le compromis ${id} (${where})`,
    'name asked': (id, where) => `Votre nom est demandé pour ${id} (${where})`,
    'new wording': (id, where) =>
      `${id} est reformulé : votre nom n’y figure plus tant que vous ne confirmez pas (${where})`,
    mention: (who, where, words) => `${who} s’adresse à vous (${where}) : « ${words} »`,
    reply: (who, where, words) => `${who} a répondu (${where}) : « ${words} »`,
    decided: (id, state) => `${id} : ${state.toLowerCase()}`,
    overtaken: (id) => `${id} est dépassé par le texte, en tout ou en partie`,
    amended: (id, own, where) => `${id} amenderait votre ${own} (${where})`,
    replaced: (id, of, where) => `${of} a un nouveau libellé, où votre ${id} n’a plus sa place (${where})`,
    rival: (id, own, where) => `${id} est en concurrence avec votre ${own} (${where})`,
  },
}
