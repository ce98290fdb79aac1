import type { Capacity, SignatoryAnswer } from '../../../shared/api.ts'
import type { CapacityId, DeclarationId } from '../../../shared/ids.ts'

/** What the page showed last, kept on this device: frozen words, which are checked by their hash again. */
export interface Keepsake {
  readonly capacity: Capacity
  readonly answer: SignatoryAnswer
}

export const keptAs = (capacity: CapacityId, declaration: DeclarationId): string =>
  `endorsing/${capacity}/${declaration}`
