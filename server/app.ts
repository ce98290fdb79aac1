import { createServer, type Server } from 'node:http'
import express from 'express'
import helmet from 'helmet'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { refuse } from '../shared/refusal.ts'
import { account } from './routes/account.ts'
import { acts } from './routes/acts.ts'
import type { Around } from './routes/around.ts'
import { certificate, publicationsOf, publicCertificate, publicRoll } from './routes/certificate.ts'
import { mountAssets, mountClient } from './routes/client.ts'
import { codes } from './routes/codes.ts'
import { commands } from './routes/commands.ts'
import { compressed } from './routes/compressed.ts'
import { conference } from './routes/conference.ts'
import { declarations } from './routes/declarations.ts'
import { document } from './routes/document.ts'
import { endorsing } from './routes/endorsing.ts'
import { file } from './routes/file.ts'
import { group, groups } from './routes/groups.ts'
import { mountHealth } from './routes/health.ts'
import { languages } from './routes/languages.ts'
import { ledger, ledgerConsistency, ledgerProof, record } from './routes/ledger.ts'
import { requestLimit } from './routes/limit.ts'
import { openapi } from './routes/openapi.ts'
import { outcome } from './routes/outcome.ts'
import { passkey, passkeyEntrance, passkeyOptions, passkeyRequest, passkeys } from './routes/passkeys.ts'
import { pens } from './routes/pens.ts'
import { people, person, personLink } from './routes/people.ts'
import { answerErrors, sendProblem } from './routes/problem.ts'
import { refusals } from './routes/refusals.ts'
import { mount } from './routes/resource.ts'
import { roll } from './routes/roll.ts'
import { session } from './routes/session.ts'
import { oneSession, sessions } from './routes/sessions.ts'
import { personSigning, signing, signingOptions } from './routes/signing.ts'
import { text } from './routes/text.ts'
import { textFile } from './routes/text-file.ts'
import { versions } from './routes/versions.ts'
import { watch } from './routes/watch.ts'

export interface AppAround extends Around {
  /** The folder of the built client. */
  readonly client: string
  /** After so many milliseconds without a byte either way a connection is cut; 60,000 where it is not said. */
  readonly silence?: number
  /** False before everything is open and once the server is stopping. */
  isReady(): boolean
  readonly log: {
    info(facts: object, sentence: string): void
    error(facts: object, sentence: string): void
  }
}

/** The HTTP server, not yet listening. */
export function createApp(around: AppAround): Server {
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const app = express()
  app.disable('x-powered-by')
  // Behind a proxy on the same machine, the client's address is what the proxy says.
  app.set('trust proxy', 'loopback')
  app.use(watch(metrics, around.log))
  mountAssets(app, around.client)
  app.use(helmet(headersFor(around.origin)), permissions)
  mountHealth(app, around.isReady, metrics)
  app.use('/api', untilStopped(around), requestLimit(around.identity), compressed())
  for (const resource of resourcesOf(around)) mount(app, resource, around)
  app.use('/api', (_, response) => sendProblem(response, refuse('request/not-found')))
  mountClient(app, around.client)
  app.use(answerErrors(around.log))
  const server = createServer(PATIENCE, app)
  // Whoever asks and doesn't read the answer holds it no longer than this.
  server.setTimeout(around.silence ?? SILENCE)
  return server
}

const SILENCE = 60_000

/** Whoever sends a request drop by drop holds a connection no longer than this. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
}

function resourcesOf(around: Around) {
  const publications = publicationsOf(around)
  const resources = [
    session(around),
    sessions(around),
    oneSession(around),
    codes(around),
    passkeyRequest(around),
    passkeyEntrance(around),
    passkeyOptions(around),
    passkeys(around),
    passkey(around),
    conference(around),
    declarations(around),
    commands(around),
    file(around),
    textFile(around),
    pens(around),
    text(around),
    versions(around),
    acts(around),
    ledger(around),
    ledgerProof(around),
    ledgerConsistency(around),
    record(around),
    document(around),
    certificate(around),
    publicRoll(publications),
    publicCertificate(around, publications),
    outcome(around),
    account(around),
    endorsing(around),
    languages(around),
    roll(around),
    people(around),
    groups(around),
    group(around),
    person(around),
    personLink(around),
    personSigning(around),
    signingOptions(around),
    signing(around),
    refusals(around),
  ]
  return [...resources, openapi(resources)]
}

/** What the pages ask of a browser is passkeys; nothing that runs in them shall get more. */
const permissions: express.RequestHandler = (_, response, next) => {
  response.set('Permissions-Policy', PERMISSIONS)
  next()
}

const PERMISSIONS = [
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid'].map((it) => `${it}=()`),
  ...['publickey-credentials-create', 'publickey-credentials-get'].map((it) => `${it}=(self)`),
].join(', ')

const untilStopped =
  ({ isReady }: AppAround): express.RequestHandler =>
  (_, response, next) => {
    response.set('Cache-Control', 'no-store')
    if (isReady()) return next()
    response.set('Connection', 'close')
    sendProblem(response, refuse('server/stopping'))
  }

function headersFor(origin: string): Parameters<typeof helmet>[0] {
  const isSecure = origin.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // React Aria puts small style elements into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", origin.replace(/^http/, 'ws')],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure,
  }
}
