import type { statements as english } from './en.statements.ts'

export const statements: typeof english = {
  reservation: 'Réserve',
  dissociation: 'Dissociation de certains alinéas',
  explanation: 'Explication de position',
}
