import type { DelegationCode } from '../../../shared/ids.ts'
import type { Mark } from '../../../shared/marks.ts'
import drawn from '../../../shared/world/world.json' with { type: 'json' }
import type { World } from '../../../shared/world/world.ts'

const { width, height, areas, dots, elsewhere } = drawn as unknown as World

const INK = '#1b4b82'
const LINE = '#868f99'
const HATCH = `<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#fff"/><rect width="4" height="8" fill="${INK}"/></pattern></defs>`

/** The map of the roll, to be read in black and white: full, hatched or empty. */
export function mapOf(marks: ReadonlyMap<DelegationCode, Mark>): string {
  const shapes = [
    ...Object.entries(areas).map(([state, path]) => `<path d="${path}" ${lookOf(marks.get(state))}/>`),
    ...Object.entries(dots).map(
      ([state, [x, y]]) => `<circle cx="${x}" cy="${y}" r="8" ${lookOf(marks.get(state))}/>`,
    ),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${HATCH}<path d="${elsewhere}" fill="none" stroke="#dde1e5" stroke-width="1.5"/>${shapes.join('')}</svg>`
}

/** What a mark looks like, for the list of what marks mean. */
export const signOf = (mark: Mark | 'none'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 24">${HATCH}<rect x="2" y="2" width="32" height="20" ${lookOf(mark)}/></svg>`

function lookOf(mark: Mark | 'none' = 'none'): string {
  if (mark === 'endorses') return `fill="${INK}" stroke="#fff" stroke-width="1"`
  return mark === 'qualified'
    ? `fill="url(#hatch)" stroke="${INK}" stroke-width="1.5"`
    : `fill="#fff" stroke="${LINE}" stroke-width="1.5"`
}
