import { createHash, generateKeyPairSync, type KeyPairKeyObjectResult, randomBytes, sign } from 'node:crypto'
import { encode } from 'cborg'
import { challengeOf, type Instrument, type Signed } from '../../shared/endorsement.ts'
import type { NewPasskey, PasskeyProof } from '../../shared/passkey.ts'

/** What a device may be made to say that an honest one doesn't. */
export interface Lies {
  readonly origin?: string
  readonly host?: string
  readonly challenge?: string
  readonly type?: string
  /** Its person was there but was not recognized. */
  readonly isUnlocked?: boolean
  readonly counter?: number
  readonly user?: string
  readonly id?: string
}

/** As devices make them: most keys are of the first kind, those of older Windows computers of the last. */
const MADE = {
  p256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ed25519: () => generateKeyPairSync('ed25519'),
  rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
} satisfies { readonly [kind: string]: () => KeyPairKeyObjectResult }

/** A device with one passkey, in software: signs whatever it is told to. */
export class Authenticator {
  readonly id = base64url(randomBytes(16))
  counter = 0
  user = ''
  private readonly origin: string
  private readonly keys: KeyPairKeyObjectResult
  private readonly hash: 'sha256' | null

  constructor(origin: string, kind: keyof typeof MADE = 'p256') {
    this.origin = origin
    this.keys = MADE[kind]()
    this.hash = kind === 'ed25519' ? null : 'sha256'
  }

  /** Makes the passkey, as `navigator.credentials.create` does; of P-256 alone. */
  makes(
    options: { readonly challenge: string; readonly user: { readonly id: string } },
    lies: Lies = {},
  ): NewPasskey {
    this.user = options.user.id
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ])
    const id = Buffer.from(this.id, 'base64url')
    const length = Buffer.from([id.length >> 8, id.length & 0xff])
    const credential = Buffer.concat([Buffer.alloc(16), length, id, encode(key)])
    const authData = new Uint8Array(Buffer.concat([this.data(0x40, lies), credential]))
    return {
      name: 'Laptop',
      user: lies.user ?? options.user.id,
      response: {
        ...this.named(lies),
        response: {
          clientDataJSON: this.said('webauthn.create', options.challenge, lies),
          attestationObject: base64url(encode({ fmt: 'none', attStmt: {}, authData })),
          transports: ['internal'],
        },
      },
    }
  }

  /** Proves that it has it, as `navigator.credentials.get` does. */
  proves(options: { readonly challenge: string }, lies: Lies = {}): PasskeyProof {
    this.counter++
    const data = this.data(0, lies)
    const said = this.said('webauthn.get', options.challenge, lies)
    const signed = Buffer.concat([data, sha256(Buffer.from(said, 'base64url'))])
    return {
      ...this.named(lies),
      response: {
        clientDataJSON: said,
        authenticatorData: base64url(data),
        signature: base64url(sign(this.hash, signed, this.keys.privateKey)),
        userHandle: lies.user ?? this.user,
      },
    }
  }

  /** The public key, as the record publishes it. */
  get spki(): string {
    return base64url(this.keys.publicKey.export({ type: 'spki', format: 'der' }))
  }

  /** Signs an instrument, or whatever else is to pass for one. */
  signs(instrument: Instrument, lies: Lies = {}): Signed {
    const { id, response } = this.proves({ challenge: challengeOf(instrument) }, lies)
    const { authenticatorData, clientDataJSON, signature } = response
    return { instrument, assertion: { credential: id, authenticatorData, clientDataJSON, signature } }
  }

  private named({ id = this.id }: Lies) {
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const
  }

  private data(flags: number, { host, isUnlocked = true, counter = this.counter }: Lies): Buffer {
    const head = Buffer.alloc(5)
    head[0] = 0x01 | (isUnlocked ? 0x04 : 0) | flags
    head.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(Buffer.from(host ?? new URL(this.origin).hostname)), head])
  }

  private said(type: string, challenge: string, lies: Lies): string {
    const { origin = this.origin } = lies
    const said = {
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin,
      crossOrigin: false,
    }
    return base64url(Buffer.from(JSON.stringify(said)))
  }
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
