import type { CommandInput } from '../../shared/command.ts'
import type { Sha256 } from '../../shared/ids.ts'

/** Lays the declaration of `chamber.ts` in English, beside its final text of this hash. */
export const inEnglish = (hash: Sha256): CommandInput & { do: 'language.lay' } => ({
  do: 'language.lay',
  hash,
  language: 'en',
  title: 'Declaration',
  punctuation: { between: ';', beforeLast: '; and', last: '.' },
  clauses: [
    'Affirming the central role that the police must play',
    'Stressing the threat that countries may pose',
    'Appealing to Member States to support these measures',
  ],
})
