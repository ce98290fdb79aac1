import type { certificate as enCertificate } from './en.certificate.ts'
import { statements } from './fr.statements.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const certificate: typeof enCertificate = {
  title: (symbol) => `Certificat de ${symbol}`,
  language: 'Français',
  roll: 'États qui approuvent',
  of: (n, invited, accredited) =>
    `${count(n, { one: '# État approuve', other: '# États approuvent' })} ; ${invited} étaient invités, ${accredited} accrédités.`,
  none: 'Aucun État n’a encore approuvé.',
  text: 'Le texte final',
  laid: (language) => `Le texte en ${language}`,
  laidMeans: (language) =>
    `Déposé par le secrétariat pour qui lit cette langue. Le texte en ${language} fait foi : lui seul est signé.`,
  statements,
  onPaper: 'signé sur papier',
  dissociated: (clauses) => (clauses.includes(',') ? `alinéas ${clauses}` : `alinéa ${clauses}`),
  checking: 'Est-ce en ordre ?',
  notChecked:
    'Cette page se vérifie elle-même dès qu’elle est ouverte dans un navigateur qui exécute les scripts. Tant que cette phrase figure ici, rien n’a été vérifié.',
  right: 'Tout est en ordre.',
  wrong: 'Pas en ordre : ce fichier a été modifié.',
  partly: 'Ce qui a pu être vérifié ici est en ordre ; voir ci-dessous ce qui n’a pas pu l’être.',
  checks: {
    seal: {
      right: 'Les données de ce fichier sont, à la lettre, celles que le serveur de la réunion a signées.',
      wrong: () => 'Les données de ce fichier ne sont pas celles que le serveur de la réunion a signées.',
      unknown: 'Ce navigateur ne peut pas vérifier si le serveur a signé les données.',
    },
    checkpoint: {
      right: 'La tête du registre est signée par la clé dont l’empreinte figure ci-dessous.',
      wrong: () => 'La tête du registre n’est pas signée par la clé ci-dessous.',
      unknown: 'Ce navigateur ne peut pas vérifier la signature de la tête du registre.',
    },
    ledger: {
      right:
        'Chaque acte public accompli depuis que le texte est final figure au registre, à sa place ; aucun ne manque.',
      wrong: () =>
        'Les actes ne sont pas ceux qui ont été signés : l’un d’eux a été modifié, omis, ajouté ou déplacé.',
      unknown: '',
    },
    text: {
      right: 'Les mots ont l’empreinte qui a été rendue finale et approuvée.',
      wrong: () => 'Les mots ne sont pas ceux qui ont été rendus finals.',
      unknown: '',
    },
    roll: {
      right: 'La liste a chaque État qui approuve ces mots et ne s’est pas retiré, une fois, et aucun autre.',
      wrong: (about) => `La liste n’est pas celle qui résulte des actes : voir ${about}.`,
      unknown: '',
    },
    signatures: {
      right:
        'Chaque signature faite sur un appareil est de la clé publiée pour cet État, et porte sur ces mots.',
      wrong: (about) =>
        `La signature de ${about} n’est pas de la clé publiée pour cet État, ou porte sur autre chose.`,
      unknown: 'Certaines signatures sont d’une sorte que ce navigateur ne peut pas vérifier.',
    },
    page: {
      right:
        'Ce qui figure sur cette page est ce qui a été signé : texte, États, noms, heures, déclarations, et leur ordre.',
      wrong: (about) => `Ce qui figure sur cette page n’est pas ce qui a été signé : voir ${about}.`,
      unknown: '',
    },
  },
  limits: 'Ce qu’aucun fichier ne peut montrer',
  limit: [
    'Que la clé est celle de la réunion : comparez son empreinte avec celle que la réunion a fait connaître par une autre voie.',
    'Que rien n’est venu plus tard : une approbation ou un retrait après cette tête du registre n’est pas dans ce fichier. Comparez avec un plus récent.',
    'Que cette page vérifie honnêtement : qui peut modifier le fichier peut modifier son script. Vérifiez-le avec un programme à vous :',
  ],
  fingerprint: 'Empreinte de la clé',
  hash: 'SHA-256 des mots',
  head: 'Registre',
  acts: (size) => count(size, { one: '# acte public', other: '# actes publics' }),
}
