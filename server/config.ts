import { z } from 'zod'

export interface Config {
  readonly port: number
  readonly host: string
  /** The folder that holds everything the server keeps. */
  readonly data: string
  /** Scheme, name and port under which browsers reach the server, without a slash at the end. */
  readonly origin: string
  /** Whether to open as a demonstration. */
  readonly demonstration: boolean
  /** Where the server shall die, for tests alone. */
  readonly crashAt: string | null
  /** Milliseconds by which declarations think it later than it is, for tests alone. */
  readonly clockAhead: number
}

/** Names every variable that is wrong, its value, and what is expected there. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/**
 * The settings, from the environment; an empty variable counts as one that is not set.
 * @throws BadConfig
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(set)
  if (!parsed.success) throw new BadConfig(explained(parsed.error, set))
  const { PORT, HOST, PARAPH_DATA, PARAPH_ORIGIN, PARAPH_DEMO, PARAPH_CRASH_AT, PARAPH_CLOCK_AHEAD } =
    parsed.data
  return {
    port: PORT,
    host: HOST,
    data: PARAPH_DATA,
    origin: PARAPH_ORIGIN ?? `http://localhost:${PORT}`,
    demonstration: PARAPH_DEMO === '1',
    crashAt: PARAPH_CRASH_AT ?? null,
    clockAhead: (PARAPH_CLOCK_AHEAD ?? 0) * 1_000,
  }
}

const EXPECTED = {
  PORT: 'a port number from 1 to 65535',
  HOST: 'the address to listen on, such as 127.0.0.1',
  PARAPH_DATA: 'a folder, such as ./data',
  PARAPH_ORIGIN: 'the public origin alone, such as https://paraph.example.org',
  PARAPH_DEMO: '1 for a demonstration, or 0',
  PARAPH_CRASH_AT: 'nothing; it is for tests, with NODE_ENV=test',
  PARAPH_CLOCK_AHEAD: 'nothing; it is for tests, with NODE_ENV=test, in seconds',
}

const Settings = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535)
      .default(8009),
    HOST: z.string().regex(/^\S+$/).default('127.0.0.1'),
    PARAPH_DATA: z.string().default('./data'),
    PARAPH_ORIGIN: z
      .string()
      .refine(isOrigin)
      .transform((origin) => new URL(origin).origin)
      .optional(),
    PARAPH_DEMO: z.enum(['0', '1']).default('1'),
    PARAPH_CRASH_AT: z.string().optional(),
    PARAPH_CLOCK_AHEAD: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
    NODE_ENV: z.string().optional(),
  })
  .refine(({ PARAPH_CRASH_AT, NODE_ENV }) => PARAPH_CRASH_AT === undefined || NODE_ENV === 'test', {
    path: ['PARAPH_CRASH_AT'],
  })
  .refine(({ PARAPH_CLOCK_AHEAD, NODE_ENV }) => PARAPH_CLOCK_AHEAD === undefined || NODE_ENV === 'test', {
    path: ['PARAPH_CLOCK_AHEAD'],
  })

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash, username, password } = new URL(text)
  const bare = pathname === '/' && search + hash + username + password === ''
  return bare && (protocol === 'http:' || protocol === 'https:')
}

function explained(error: z.ZodError, set: Readonly<Record<string, string | undefined>>): string {
  const names = new Set(error.issues.map(({ path }) => String(path[0])))
  return Object.entries(EXPECTED)
    .filter(([name]) => names.has(name))
    .map(([name, expected]) => `${name} is "${set[name]}". Expected: ${expected}.`)
    .join('\n')
}
