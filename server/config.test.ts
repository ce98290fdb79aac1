import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('the settings', () => {
  test('have a value each when nothing is set', () => {
    expect(readConfig({ PARAPH_ORIGIN: '' })).toEqual({
      port: 8009,
      host: '127.0.0.1',
      data: './data',
      origin: 'http://localhost:8009',
      demonstration: true,
      crashAt: null,
      clockAhead: 0,
    })
  })

  test('follow the environment', () => {
    const env = {
      PORT: '80',
      HOST: '::',
      PARAPH_DATA: '/srv/paraph',
      PARAPH_ORIGIN: 'https://paraph.example.org/',
      PARAPH_DEMO: '0',
    }
    expect(readConfig(env)).toEqual({
      port: 80,
      host: '::',
      data: '/srv/paraph',
      origin: 'https://paraph.example.org',
      demonstration: false,
      crashAt: null,
      clockAhead: 0,
    })
  })

  test('give the local origin the port that was asked for', () => {
    expect(readConfig({ PORT: '9000' }).origin).toBe('http://localhost:9000')
  })

  test.each([
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['PARAPH_ORIGIN', 'paraph.example.org'],
    ['PARAPH_ORIGIN', 'https://paraph.example.org/room'],
    ['PARAPH_ORIGIN', 'ftp://paraph.example.org'],
    ['PARAPH_DEMO', 'yes'],
    ['PARAPH_CRASH_AT', 'half written:1'],
    ['PARAPH_CLOCK_AHEAD', '60'],
  ])('refuse %s=%s, naming it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(`${name} is "${value}". Expected: `)
  })

  test('name everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', PARAPH_DEMO: 'y' })).toThrow(/PORT.*\nPARAPH_DEMO/)
  })
})
