import type { silence as english } from './en.silence.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const silence: typeof english = {
  title: 'Procédure d’approbation tacite',
  acts: {
    'silence opened': (symbol, deadline) =>
      `a soumis ${symbol} à la procédure d’approbation tacite jusqu’au ${deadline}`,
    'silence seen': 'a ouvert le texte figé',
    'silence extended': (deadline) => `a prolongé le délai jusqu’au ${deadline}`,
    'silence broken': 'a rompu le silence',
    'silence cancelled': 'a annulé la procédure d’approbation tacite',
    'text adopted': (symbol) => `Le texte est adopté par approbation tacite sous la cote ${symbol}`,
  },
  banner: {
    label: 'Procédure d’approbation tacite',
    runs: (symbol) => `${symbol} est adopté si aucune délégation ne rompt le silence.`,
    ends: 'Échéance',
    read: 'Lire le texte figé',
    over: 'L’échéance est passée. L’adoption est en cours d’inscription.',
    broken: (who) => `${who} a rompu le silence. La rédaction est rouverte.`,
    cancelled: 'Le secrétariat a annulé la procédure d’approbation tacite.',
    adopted: (symbol) => `Le texte est adopté par approbation tacite sous la cote ${symbol}.`,
    open: 'Voir',
  },
  left: {
    days: (n) => count(n, { one: '# jour', other: '# jours' }),
    hours: (n) => count(n, { one: '# heure', other: '# heures' }),
    minutes: (n) => count(n, { one: '# minute', other: '# minutes' }),
    of: (time) => `Il reste ${time}`,
  },
  and: (a, b) => `${a} ${b}`,
  page: {
    lead: 'Voici le texte figé. À l’échéance il est adopté, sauf si une délégation a rompu le silence.',
    agree: (name) =>
      `Si ce texte convient à la délégation (${name}), elle ne fait rien : son silence vaut accord.`,
    seen: (name, when) => `Ouverture inscrite au dossier (${name}) : ${when}.`,
    none: 'Aucune procédure d’approbation tacite',
    noneHelp: 'Quand le secrétariat y soumettra un texte, il figurera ici en entier.',
    toRoom: 'Vers la salle',
    note: 'Note du secrétariat',
    extended: (when) => `Prolongée jusqu’au ${when}`,
    recorded: (when) => `Inscrite le ${when}, au retour du serveur.`,
    brokenAt: (who, when) => `${who} a rompu le silence le ${when}`,
    cancelledAt: (when) => `Annulée le ${when}`,
    adoptedAt: (when) => `Adopté par approbation tacite le ${when}`,
    reason: 'Motif',
  },
  break: {
    open: 'Rompre le silence',
    title: 'Rompre le silence',
    means: 'Le texte n’est pas adopté, et la rédaction est rouverte pour tous.',
    named: (name) => `La délégation (${name}) est nommée au dossier, avec son motif.`,
    reason: 'Motif',
    hint: 'Chacun peut le lire. Dites ce qui devrait changer.',
    confirm: (name) => `Rompre le silence (${name})`,
    done: 'Le silence est rompu. La rédaction est rouverte.',
  },
  receipts: {
    title: 'Qui a ouvert le texte',
    count: (n) => count(n, { one: '# délégation l’a ouvert', other: '# délégations l’ont ouvert' }),
    none: 'Aucune délégation ne l’a encore ouvert.',
  },
  desk: {
    hint: 'Fige le texte jusqu’à une échéance. Si aucune délégation ne rompt le silence, il est adopté de lui-même.',
    open: 'Ouvrir l’approbation tacite',
    again: (symbol) => `Le texte est celui de ${symbol}, qui est soumis aux délégations.`,
    deadline: 'Échéance',
    deadlineHint: 'Dans votre fuseau horaire. L’usage est de 72 heures.',
    elsewhere: (utc, hours) => `${utc} ; dans ${hours}.`,
    past: 'L’échéance doit être à venir, dans l’année.',
    notLater: 'La nouvelle échéance doit être postérieure à l’actuelle.',
    pending: (n) =>
      count(n, {
        one: '# amendement est encore en attente. Si le texte est adopté, il ne sera jamais tranché.',
        other: '# amendements sont encore en attente. Si le texte est adopté, ils ne seront jamais tranchés.',
      }),
    confirm: (symbol) => `Figer ${symbol}`,
    opened: (symbol) => `${symbol} est soumis à la procédure d’approbation tacite.`,
    extend: 'Prolonger le délai',
    extended: 'Le délai est prolongé.',
    cancel: 'Annuler la procédure',
    cancelMeans: 'Le texte n’est pas adopté. La déclaration revient à la mise au net.',
    cancelled: 'La procédure d’approbation tacite est annulée.',
    reason: 'Motif',
    reasonHint: 'Chacun peut le lire.',
  },
  concern: {
    silence: (symbol, deadline) => `${symbol} est adopté le ${deadline}, sauf si le silence est rompu`,
    'silence unseen': (symbol, deadline) =>
      `Lisez ${symbol} : il est adopté le ${deadline}, sauf si le silence est rompu`,
    'silence broken': (who, reason) => `${who} a rompu le silence : « ${reason} »`,
  },
  screen: {
    adopted: 'Adopté si aucune délégation ne rompt le silence avant le',
  },
}
