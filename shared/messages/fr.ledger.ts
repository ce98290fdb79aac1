import type { ledger as enLedger } from './en.ledger.ts'
import { plural } from './plural.ts'

const count = plural('fr')
const acts = (n: number) => count(n, { one: '# acte', other: '# actes' })

export const ledger: typeof enLedger = {
  title: 'Le dossier',
  looking: 'Consultation du dossier …',
  size: (n) => `Dossier de ${acts(n)}, scellé par le serveur.`,
  agrees: (when, n) => `Il contient, mot pour mot, tout ce que ce navigateur a vu le ${when} (${acts(n)}).`,
  first: 'Ce navigateur le voit pour la première fois et s’en souviendra.',
  unproved:
    'Le serveur n’a pas encore montré que son dossier contient ce que ce navigateur a vu auparavant. Si cela dure, prévenez d’autres délégations.',
  otherActs:
    'Les actes que cette page montre ne sont pas ceux du dossier scellé : ne vous fiez pas à ce qu’elle dit du passé, et prévenez d’autres délégations.',
  download: 'Enregistrer le dossier',
  how: 'Comment le vérifier',
  steps: {
    program: 'Prenez le programme qui le vérifie : un seul fichier, que vous pouvez lire.',
    saveProgram: 'Enregistrer paraph-verify.mjs',
    states: 'Placez à côté ce qui vérifie les signatures et l’issue des procédures d’approbation tacite.',
    saveStates: 'Enregistrer states.mjs',
    trust: 'Mieux que de ce serveur : de quelqu’un en qui vous avez confiance.',
    run: 'Lancez-le avec Node 20 ou plus récent sur le dossier enregistré :',
    fingerprint:
      'Comparez l’empreinte de la clé avec celle que la réunion a fait connaître par une autre voie :',
    keep: 'Gardez un point de contrôle chaque fois que c’est important : plus tard, aucune histoire sans lui ne pourra vous être montrée.',
    saveCheckpoint: 'Enregistrer le point de contrôle',
  },
  warning: {
    title: 'Le serveur contredit ce que ce navigateur a vu',
    unproved: 'Le serveur ne prouve pas qu’il a gardé ce que ce navigateur a vu',
    way: {
      rewritten: (when, before, now) =>
        `Son dossier de ${acts(now)} ne contient pas celui de ${acts(before)} que ce navigateur a vu le ${when}. Des actes ont été changés, supprimés ou mis dans un autre ordre.`,
      shorter: (when, before, now) =>
        `Son dossier a ${acts(now)} ; le ${when}, ce navigateur en a vu ${before}. La suite a disparu. Une sauvegarde plus ancienne a peut-être été restaurée, ou des actes ont été retirés.`,
      'other key': (when) =>
        `Son dossier est scellé avec une autre clé que le ${when}. Le serveur a peut-être été réinstallé, ou quelqu’un d’autre répond à sa place.`,
      unsigned: 'Son dossier n’est pas scellé comme il doit l’être : rien ne montre de qui il vient.',
      unproved: (when, before, now) =>
        `Il montre un dossier de ${acts(now)} et, depuis plusieurs minutes, ne prouve pas que celui-ci contient le dossier de ${acts(before)} que ce navigateur a vu le ${when}. Il est peut-être en panne, ou il cache que des actes ont été changés. Cet avertissement disparaît de lui-même dès que la preuve est donnée.`,
    },
    todo: 'Que faire',
    keep: 'Gardez les deux points de contrôle, avant toute autre chose.',
    ask: 'Demandez au secrétariat ce qui s’est passé, par une autre voie que ce serveur.',
    others:
      'Comparez avec d’autres délégations. Deux points de contrôle sous une même clé qui se contredisent le prouvent à chacun.',
    save: 'Enregistrer les deux points de contrôle',
    goOn: 'Continuer à partir d’ici',
    goOnTitle: 'Prendre ce dossier pour un nouveau départ ?',
    goOnText:
      'Désormais, ce navigateur comparera avec ce que le serveur montre maintenant. L’avertissement disparaît sur ce navigateur seulement. Enregistrez d’abord les deux points de contrôle.',
    details: 'Les deux points de contrôle',
    before: (when) => `Vu le ${when}`,
    now: (when) => `Montré le ${when}`,
  },
  file: {
    title: (declaration) => `Paraph : deux points de contrôle de ${declaration} qui se contredisent`,
    unproved: (declaration) =>
      `Paraph : deux points de contrôle de ${declaration} ; le serveur n’a pas prouvé que le second contient le premier`,
    server: (origin) => `Serveur : ${origin}`,
    key: 'Clé',
  },
}
