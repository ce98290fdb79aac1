// A thread doesn't take over the loader with which the server was started.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
