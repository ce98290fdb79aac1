/** What the command line asks for. */
export interface Options {
  readonly quick: boolean
  readonly only: readonly Part[]
  /** Names of subjects begin with one of these. */
  readonly subjects: readonly string[]
  readonly people: readonly number[]
  readonly rounds: number
  readonly profile: boolean
  /** Keystrokes a second under `--profile`. */
  readonly rate: number
}

export const PARTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
export type Part = (typeof PARTS)[number]

export const USAGE = `npm run bench -- [--quick] [--only=a,b,c,d,e,f,g,h] [--subjects=paraph,hocuspocus,@y,relay]
                 [--people=50,200,500,1000] [--rounds=2]
npm run bench -- --profile [--people=500] [--rate=2000]

  a  highest sustained keystrokes a second, p95 of keystroke-to-everybody below 150 ms
  b  server CPU for a keystroke delivered, at equal load
  c  memory of a connection, and CPU of a quiet room with presence
  d  joining a state of 200 KB and of 2 MB: one client, and 500 within a second
  e  in the browser with 1,000 pending amendments: keystroke to paint, opening and scrolling of room and desk
  f  100,000 random messages through the sockets, and what became of the documents and of the others
  g  192 ministers sign within ten seconds: the frames of the roll and of the wall meanwhile
  h  keystroke-to-everybody while the compilation of 1,000 amendments is made into a Word file on and on
`

/** Null for words that it doesn't know. */
export function optionsFrom(words: readonly string[]): Options | null {
  const given = new Map(words.map((word) => pair(word)))
  const known = ['--quick', '--only', '--subjects', '--people', '--rounds', '--profile', '--rate']
  if ([...given.keys()].some((name) => !known.includes(name))) return null
  const quick = given.has('--quick')
  const profile = given.has('--profile')
  const list = (name: string) => given.get(name)?.split(',').filter(Boolean)
  const only = list('--only') ?? PARTS
  if (!only.every((part) => isPart(part))) return null
  return {
    quick,
    only: only.filter((part) => isPart(part)),
    subjects: list('--subjects') ?? ['paraph', '@y', 'hocuspocus'],
    people: (list('--people') ?? usual(quick, profile)).map(Number),
    rounds: Number(given.get('--rounds') ?? (quick ? 1 : 2)),
    profile,
    rate: Number(given.get('--rate') ?? 2_000),
  }
}

function usual(quick: boolean, profile: boolean): string[] {
  if (profile) return ['500']
  return quick ? ['100'] : ['50', '200', '500', '1000']
}

const isPart = (word: string): word is Part => PARTS.some((part) => part === word)

function pair(word: string): [name: string, value: string] {
  const at = word.indexOf('=')
  return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)]
}
