import type { replay as english } from './en.replay.ts'

export const replay: typeof english = {
  title: 'Rejouer',
  lead: 'La négociation, acte par acte, et ce que chacun a fait du texte. Seulement les actes publics.',
  open: 'Rejouer la négociation',
  toVersions: 'Retour aux versions',
  controls: 'Commandes de lecture',
  play: 'Lire',
  pause: 'Pause',
  again: 'Relire',
  previous: 'Au changement précédent du texte',
  next: 'Au changement suivant du texte',
  slider: 'Acte',
  speed: 'Vitesse',
  perSecond: (acts) => (acts < 1 ? '1 acte/2 s' : acts === 1 ? '1 acte/s' : `${acts} actes/s`),
  of: (place, all) => `Acte ${place} sur ${all}`,
  acts: 'Actes avant et après',
}
