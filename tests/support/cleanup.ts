import { afterAll } from 'vitest'
import { endAllServers } from './server.ts'

afterAll(endAllServers)
