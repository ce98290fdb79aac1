import { NewPasskey, PasskeyProof } from '../../shared/passkey.ts'
import { isRefusal, refuse } from '../../shared/refusal.ts'
import type { Around } from './around.ts'
import { signInLimit } from './limit.ts'
import { made, operation, type Resource } from './resource.ts'
import { answerEntered } from './session.ts'
import { As, entrant, ofOwn } from './who.ts'

/** What a browser asks before somebody signs in with a passkey, whoever that may be. */
export const passkeyRequest = ({ passkeys }: Around): Resource => ({
  path: '/api/session/passkey/options',
  operations: {
    post: operation({
      says: 'What a browser needs to sign in with a passkey (Web Authentication).',
      answers: 'PublicKeyCredentialRequestOptionsJSON',
      before: [signInLimit()],
      handle: async () => ({ json: await passkeys.request() }),
    }),
  },
})

export const passkeyEntrance = ({ passkeys, origin }: Around): Resource => ({
  path: '/api/session/passkey',
  operations: {
    post: operation({
      says: 'Signs in with a passkey, and adds its capacities to the session.',
      answers: 'Me',
      body: PasskeyProof,
      before: [signInLimit()],
      async handle({ body, request, response }) {
        const entered = await passkeys.enter(body, request.headers.cookie)
        return isRefusal(entered) ? entered : answerEntered(response, entered, origin)
      },
    }),
  },
})

export const passkeyOptions = ({ identity, passkeys }: Around): Resource => ({
  path: '/api/passkeys/options',
  operations: {
    post: operation({
      says: 'What a browser needs to make a passkey for the capacities of this session.',
      answers: 'PublicKeyCredentialCreationOptionsJSON',
      query: As,
      before: [signInLimit()],
      handle: (asked) => ofOwn(identity, asked, (asking) => passkeys.creation(asking)),
    }),
  },
})

export const passkeys = ({ identity, passkeys }: Around): Resource => ({
  path: '/api/passkeys',
  operations: {
    get: operation({
      says: 'The passkeys that sign in for this capacity.',
      answers: 'PasskeyRow[]',
      query: As,
      handle: (asked) => ofOwn(identity, asked, (asking) => passkeys.list(asking)),
    }),
    post: operation({
      says: 'Keeps a passkey that this browser has made.',
      answers: 'PasskeyRow',
      query: As,
      body: NewPasskey,
      before: [signInLimit()],
      handle: (asked) => ofOwn(identity, asked, (asking) => passkeys.keep(asking, asked.body)).then(made),
    }),
  },
})

export const passkey = ({ identity, passkeys }: Around): Resource => ({
  path: '/api/passkeys/:passkey',
  operations: {
    delete: operation({
      says: 'Removes a passkey, and signs out the other browsers that it opened.',
      answers: null,
      query: As,
      async handle({ request, query, param }) {
        const asking = entrant(identity, request, query.as)
        if (isRefusal(asking)) return asking
        const isRemoved = await passkeys.remove(asking, param('passkey'))
        return isRemoved ? { nothing: true } : refuse('passkey/unknown')
      },
    }),
  },
})
