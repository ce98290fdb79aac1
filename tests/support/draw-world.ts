import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Atlas, drawWorld } from '../../shared/world/draw.ts'
import type { World } from '../../shared/world/world.ts'

/** Draws the map of the roll: `npm run world` writes it where the client finds it. */

const repository = new URL('../../', import.meta.url)
export const WORLD = new URL('shared/world/world.json', repository)

export function worldNow(): World {
  const states = read(new URL('fixtures/states.json', repository)) as { alpha3: string; m49: string }[]
  return drawWorld({
    outlines: atlas('110m'),
    details: atlas('10m'),
    states: states.map(({ alpha3, m49 }) => ({ code: alpha3, m49 })),
  })
}

const read = (file: URL | string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const atlas = (scale: string): Atlas =>
  read(createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`)) as Atlas

if (process.argv[1] === import.meta.filename) writeFileSync(WORLD, `${JSON.stringify(worldNow(), null, 1)}\n`)
