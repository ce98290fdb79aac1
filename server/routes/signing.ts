import type { Actor } from '../../shared/actor.ts'
import { SigningBody } from '../../shared/api.ts'
import { NewSigner } from '../../shared/passkey.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { actorOf } from '../identity/actor.ts'
import type { Around } from './around.ts'
import { asideOf } from './commands.ts'
import { signInLimit } from './limit.ts'
import { made, operation, type Resource } from './resource.ts'
import { As, keeper, ofOwn } from './who.ts'

/** The keys with which signatories endorse: made on their devices, confirmed by the secretariat, published by it. */

export const signingOptions = ({ identity, signers }: Around): Resource => ({
  path: '/api/signing/options',
  operations: {
    post: operation({
      says: 'What a browser needs to make a key for endorsing (Web Authentication).',
      answers: 'PublicKeyCredentialCreationOptionsJSON',
      query: As,
      before: [signInLimit()],
      handle: (asked) => ofOwn(identity, asked, (asking) => signers.creation(asking)),
    }),
  },
})

export const signing = ({ identity, signers }: Around): Resource => ({
  path: '/api/signing',
  operations: {
    get: operation({
      says: "A signatory's own keys for endorsing: the one that is confirmed, and one that waits.",
      answers: 'SigningState',
      query: As,
      handle: (asked) => ofOwn(identity, asked, (asking) => signers.state(asking)),
    }),
    post: operation({
      says: 'Keeps a key for endorsing that this browser has made, until the secretariat confirms it.',
      answers: 'SigningState',
      query: As,
      body: NewSigner,
      before: [signInLimit()],
      handle: (asked) => ofOwn(identity, asked, (asking) => signers.keep(asking, asked.body)).then(made),
    }),
  },
})

export const personSigning = (around: Around): Resource => ({
  path: '/api/people/:capacity/signing',
  operations: {
    post: operation({
      says: 'Confirms or refuses the key that waits; where endorsement is open, the list is published anew (secretariat).',
      answers: 'SigningState',
      query: As,
      body: SigningBody,
      async handle({ request, query, body, param }) {
        const { identity, signers } = around
        const capacity = keeper(identity, request, query.as)
        if (isRefusal(capacity)) return capacity
        const settled = await signers.settle(param('capacity'), body.key, body.confirm, capacity.id)
        if (isRefusal(settled)) return settled
        if (body.confirm) await listWhereOpen(around, actorOf(capacity))
        return { json: settled }
      },
    }),
  },
})

/** Whoever was confirmed now can endorse now: the act that says so is the secretariat's. */
async function listWhereOpen(around: Around, by: Actor): Promise<void> {
  for (const { id, stage } of await around.sittings.summaries()) {
    if (stage !== 'final' && stage !== 'closed') continue
    const sitting = await around.sittings.open(id)
    if (isRefusal(sitting)) continue
    const open = await sitting.endorsing(by, null)
    if (isRefusal(open) || !open.endorsing?.isOpen) continue
    await sitting.perform({ do: 'signatories.list' }, by, asideOf(around))
  }
}
