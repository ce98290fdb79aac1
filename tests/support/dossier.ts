import states from '../../fixtures/states.json' with { type: 'json' }
import { conferenceOf } from '../../server/conference.ts'
import { type Dossier, dossierOf } from '../../server/documents/dossier.ts'
import type { DeclarationSource, Source } from '../../server/documents/source.ts'
import { newSealKey, Seal } from '../../server/seal.ts'
import { sourceOf } from '../../server/sitting/source.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { type Chamber, DECLARATION, must, ORIGIN } from './chamber.ts'
import type { Plenary } from './plenary.ts'

const SEAL = new Seal(newSealKey(), ORIGIN)

/** What the server would give for a document of what was said in the chamber. */
export const sourceIn = async (chamber: Chamber): Promise<Source> =>
  sourceAround(must(await chamber.sitting.source()))

export const sourceOfPlenary = ({ state }: Plenary): Source => sourceAround(sourceOf(state, []))

/** Of a negotiation that was played without a sitting. */
export function dossierOfPlenary(plenary: Plenary, version: number | null = null): Dossier {
  const dossier = dossierOf(sourceOfPlenary(plenary), { version })
  if (isRefusal(dossier)) throw new Error(dossier.refused)
  return dossier
}

function sourceAround({ head, present: _, ...facts }: DeclarationSource): Source {
  return {
    ...facts,
    conference: conferenceOf(states, false),
    counted: { invited: 192, accredited: ['FRA', 'KEN', 'SGP'], present: ['FRA', 'KEN'] },
    origin: ORIGIN,
    ...SEAL.seal(DECLARATION.id, head),
  }
}

export async function dossierIn(chamber: Chamber, version: number | null = null): Promise<Dossier> {
  const dossier = dossierOf(await sourceIn(chamber), { version })
  if (isRefusal(dossier)) throw new Error(dossier.refused)
  return dossier
}
