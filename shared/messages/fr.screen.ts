import type { screen as english } from './en.screen.ts'
import { plural } from './plural.ts'

const count = plural('fr')

export const screen: typeof english = {
  title: 'L’écran de la salle',
  nothing: 'Le bureau n’a pas encore mis d’alinéa à l’écran.',
  struck: 'Cet alinéa est supprimé.',
  more: (n) => count(n, { one: 'et # autre', other: 'et # autres' }),
  dark: 'Sombre',
  light: 'Clair',
  full: 'Plein écran',
  put: 'Mettre à l’écran',
  isOn: 'À l’écran',
  done: 'La salle le voit maintenant.',
  open: 'Ouvrir l’écran',
}
