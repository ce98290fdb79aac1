import { geoArea, geoCentroid, geoContains, geoEqualEarth, geoPath } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, merge } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { World } from './world.ts'

/**
 * Draws the map that the roll shows, from outlines of Natural Earth (public domain; `world-atlas`). It runs when the
 * map is made, not when it is shown: `npm run world` writes world.json.
 */
export function drawWorld({ outlines, details, states }: Sources): World {
  const areas = areasOf(outlines, states)
  const elsewhere = merged(outlines, elsewhereIn(outlines, states))
  const middles = states.map(({ m49 }) => middleOf(details, m49))
  const shown: FeatureCollection = {
    type: 'FeatureCollection',
    features: [...areas.values(), elsewhere, { type: 'MultiPoint', coordinates: middles } as const].map(
      featureOf,
    ),
  }
  // Two halves of equal size stand for equal areas; the seam is in the Bering Strait, where it cuts no State.
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitWidth(WIDTH - 2 * MARGIN, shown)
  const [[left, top], [, bottom]] = geoPath(projection).bounds(shown)
  const [x, y] = projection.translate()
  projection.translate([x - left + MARGIN, y - top + MARGIN])
  const path = (shape: Shape): string => {
    const pen = new Pen()
    geoPath(projection, pen)(shape)
    return pen.drawn
  }
  const isSmall = (code: string): boolean => {
    const area = areas.get(code)
    return area === undefined || geoPath(projection).area(area) < SMALL
  }
  const places = states
    .filter(({ code }) => isSmall(code) && !DRAWN_WITH.has(code))
    .map(({ code, m49 }) => ({ code, at: projection(middleOf(details, m49)) ?? [0, 0] }))
  return {
    width: WIDTH,
    height: Math.ceil(bottom - top + 2 * MARGIN),
    areas: Object.fromEntries([...areas].map(([code, area]) => [code, path(area)])),
    dots: apart(places),
    elsewhere: path(elsewhere),
  }
}

export interface Sources {
  /** At 1 : 110 million: what is drawn. */
  readonly outlines: Atlas
  /** At 1 : 10 million: where the small States lie. */
  readonly details: Atlas
  readonly states: readonly { readonly code: string; readonly m49: string }[]
}

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>
type Outline = Atlas['objects']['countries']['geometries'][number]
type Shape = Polygon | MultiPolygon

const WIDTH = 2000
/** Room for dots at the edge. */
const MARGIN = 12
/** Smaller than this, in square units of the map, a State gets a dot that can be seen. */
const SMALL = 70
/** How far the middles of two dots stand apart at least. */
const APART = 20

/**
 * As the United Nations drew its maps in October 2009. Natural Earth has today's lines of control; whoever wants
 * other lines changes these and runs `npm run world`.
 */
const DRAWN_WITH: ReadonlyMap<string, string> = new Map([
  ['SSD', 'SDN'],
  ['Somaliland', 'SOM'],
  ['N. Cyprus', 'CYP'],
  ['Taiwan', 'CHN'],
])
const MOVED: readonly { readonly at: Position; readonly to: string }[] = [{ at: [34.1, 45.2], to: 'UKR' }]
const LEFT_OUT = new Set(['Antarctica'])

const nameOf = ({ properties }: Outline): string =>
  properties && 'name' in properties ? properties.name : ''

const codeOf = (outline: Outline, states: Sources['states']): string | undefined => {
  const code = states.find(({ m49 }) => m49.padStart(3, '0') === outline.id)?.code
  return DRAWN_WITH.get(code ?? nameOf(outline)) ?? code
}

function areasOf(atlas: Atlas, states: Sources['states']): Map<string, Shape> {
  const byCode = new Map<string, Outline[]>()
  for (const outline of atlas.objects.countries.geometries) {
    const code = codeOf(outline, states)
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), outline])
  }
  const areas = new Map([...byCode].sort().map(([code, all]) => [code, merged(atlas, all)] as const))
  for (const { at, to } of MOVED) move(areas, at, to)
  return areas
}

const elsewhereIn = (atlas: Atlas, states: Sources['states']): Outline[] =>
  atlas.objects.countries.geometries.filter(
    (it) => codeOf(it, states) === undefined && !LEFT_OUT.has(nameOf(it)),
  )

/** Borders between what is merged are gone. */
const merged = (atlas: Atlas, outlines: readonly Outline[]): Shape =>
  merge(atlas, outlines as unknown as Parameters<typeof merge>[1])

/** The piece of land around a place goes to another State. */
function move(areas: Map<string, Shape>, at: Position, to: string): void {
  for (const [code, area] of areas) {
    const pieces = piecesOf(area)
    const piece = pieces.find((it) => geoContains(polygon(it), [at[0] ?? 0, at[1] ?? 0]))
    if (piece === undefined || code === to) continue
    const others = areas.get(to)
    areas.set(code, multi(pieces.filter((it) => it !== piece)))
    areas.set(to, multi([...(others ? piecesOf(others) : []), piece]))
    return
  }
}

const piecesOf = (shape: Shape): readonly Position[][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
const polygon = (coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates })
const multi = (pieces: readonly Position[][][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [...pieces],
})
const featureOf = (geometry: Geometry): Feature => ({ type: 'Feature', properties: {}, geometry })

/** Of the largest island, where there are several. */
function middleOf(atlas: Atlas, m49: string): [number, number] {
  const outline = atlas.objects.countries.geometries.find(({ id }) => id === m49.padStart(3, '0'))
  if (!outline) throw new Error(`the atlas has no outline of ${m49}`)
  const geometry = shapeOf(atlas, outline)
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw new Error(`${m49} has no area`)
  const [largest] = piecesOf(geometry)
    .map(polygon)
    .sort((a, b) => geoArea(b) - geoArea(a))
  return geoCentroid(largest ?? geometry)
}

function shapeOf(atlas: Atlas, outline: Outline): Geometry {
  const drawn = feature(atlas, outline)
  if (drawn.type !== 'Feature') throw new Error('an outline is one shape')
  return drawn.geometry
}

interface Place {
  readonly code: string
  readonly at: readonly [number, number]
}

/** Where they crowd, dots make room for each other: each pair that is too near moves apart by as much, again and again. */
function apart(places: readonly Place[]): World['dots'] {
  const dots = places.map(({ code, at }) => ({ code, x: at[0], y: at[1] }))
  for (let round = 0; round < 100; round++) {
    for (const [index, a] of dots.entries()) {
      for (const b of dots.slice(index + 1)) {
        const distance = Math.hypot(b.x - a.x, b.y - a.y) || 1
        const step = Math.max(0, APART - distance) / 2 / distance
        const [dx, dy] = [(b.x - a.x) * step, (b.y - a.y) * step]
        ;[a.x, a.y, b.x, b.y] = [a.x - dx, a.y - dy, b.x + dx, b.y + dy]
      }
    }
  }
  return Object.fromEntries(dots.map(({ code, x, y }) => [code, [Math.round(x), Math.round(y)]]))
}

/** Writes a path in whole units, each point as the way from the last: half as long as with places. */
class Pen {
  drawn = ''
  private at: readonly [number, number] = [0, 0]
  private start: readonly [number, number] = [0, 0]
  beginPath(): void {}
  moveTo(x: number, y: number): void {
    this.start = this.go('m', x, y)
  }
  lineTo(x: number, y: number): void {
    this.go('l', x, y)
  }
  closePath(): void {
    this.drawn += 'z'
    this.at = this.start
  }
  arc(): void {}
  private go(how: 'm' | 'l', x: number, y: number): readonly [number, number] {
    const to = [Math.round(x), Math.round(y)] as const
    const [dx, dy] = [to[0] - this.at[0], to[1] - this.at[1]]
    if (how === 'm' || dx !== 0 || dy !== 0) this.drawn += `${how}${dx}${dy < 0 ? '' : ' '}${dy}`
    this.at = to
    return to
  }
}
