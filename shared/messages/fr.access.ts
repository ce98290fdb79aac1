import type { access as enAccess, trail as enTrail } from './en.access.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const access: typeof enAccess = {
  title: 'Vos accès',
  lead: (as) => `Comment vous entrez au titre de : ${as}, et où vous êtes connecté.`,
  passkeys: {
    title: 'Clés d’accès',
    lead: 'Avec une clé d’accès, vous revenez sans nouveau lien. Elle reste sur votre appareil, qui l’ouvre avec le doigt, le visage ou le code.',
    add: 'Ajouter une clé d’accès',
    addTitle: 'Ajouter une clé d’accès sur cet appareil',
    addLead: (n) =>
      count(n, {
        one: 'Elle vous connectera au titre que détient ce navigateur.',
        other: 'Elle vous connectera aux # titres que détient ce navigateur.',
      }),
    name: 'Nom',
    nameHint: 'Pour savoir sur quel appareil elle se trouve.',
    usualName: 'Cet appareil',
    added: (name) => `La clé d’accès « ${name} » est ajoutée.`,
    none: 'Aucune clé d’accès pour l’instant',
    noneHelp: 'Sans elle, il vous faut un nouveau lien d’accès dans chaque navigateur.',
    notHere: 'Ce navigateur ne peut pas créer de clé d’accès ici.',
    made: (when) => `ajoutée ${when}`,
    used: (when) => `utilisée ${when}`,
    neverUsed: 'pas encore utilisée',
    opens: (names) => `Pour ${names}`,
    more: (n) =>
      count(n, {
        one: 'et # titre qui n’est pas ouvert ici',
        other: 'et # titres qui ne sont pas ouverts ici',
      }),
    remove: 'Supprimer',
    removeTitle: 'Supprimer la clé d’accès',
    removeConfirm: (name) =>
      `« ${name} » n’ouvrira plus rien, et les autres navigateurs qu’elle a connectés seront déconnectés. Supprimez-la aussi sur l’appareil : il la proposerait encore.`,
    removed: (name) => `La clé d’accès « ${name} » est supprimée.`,
  },
  signIn: {
    button: 'Entrer avec une clé d’accès',
    hint: 'Si vous en avez ajouté une sur l’un de vos appareils.',
  },
  browsers: {
    title: 'Où vous êtes connecté',
    lead: 'Déconnectez ce que vous ne reconnaissez pas, et prévenez le secrétariat.',
    here: 'Ce navigateur',
    other: 'Un autre navigateur',
    began: (when) => `depuis le ${when}`,
    seen: (when) => `vu ${when}`,
    end: 'Déconnecter',
    ended: 'Ce navigateur est déconnecté.',
    endOthers: 'Déconnecter tous les autres',
    othersEnded: 'Tous les autres navigateurs sont déconnectés.',
  },
  naming: {
    title: 'Qui vous voit',
    lead: 'Les observateurs sont comptés, non nommés.',
    wish: 'Montrer mon nom aux autres dans la salle',
  },
  toPage: 'Vos accès',
}

export const trail: typeof enTrail = {
  title: 'Ce qui a été refusé',
  lead: 'Qui a tenté ce que les règles ne permettent pas, le plus récent d’abord. C’est le plus souvent de la hâte ou une page ancienne ; ce qui se répète ou surprend mérite une question.',
  empty: 'Rien n’a été refusé',
  emptyHelp: 'Dès que quelqu’un tente ce que les règles ne permettent pas, cela paraît ici.',
  when: 'Quand',
  who: 'Qui',
  what: 'Ce qui a été tenté',
  why: 'Pourquoi non',
  nobody: 'Quelqu’un qui n’est pas connecté',
  unknown: 'Quelqu’un qui ne figure plus sur la liste',
  times: (n) => count(n, { one: 'une fois', other: '# fois' }),
  search: 'Chercher une personne, un État ou une raison',
  noneFound: 'Rien de tel n’a été refusé.',
  doors: {
    room: 'Entrer dans la salle ou y écrire',
    draft: (draft) => `Ouvrir ou écrire le projet ${draft}`,
    command: 'Une décision ou un acte de la négociation',
    pen: 'Commencer à rédiger un projet',
    signIn: 'Se connecter',
    passkey: 'Une clé d’accès',
    people: 'Tenir la liste des personnes',
    declaration: 'Présenter ou lire une déclaration',
    trail: 'Lire ce qui a été refusé',
    other: 'Une demande',
  },
}
