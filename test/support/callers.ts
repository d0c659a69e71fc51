import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { useServer } from './api.ts'

/** A server behind a proxy, so that a test can come from any address. */
export const useProxiedServer = () => useServer({}, { trustedProxies: ['127.0.0.1'] })

/** A request from a network address, as a proxy passes it on. */
export function callFrom(app: FastifyInstance, address: string, options: InjectOptions) {
  const forwarded = { 'x-forwarded-for': address, 'x-forwarded-proto': 'https' }
  return app.inject({ ...options, headers: { ...options.headers, ...forwarded } })
}

/** An IPv4 address that no other test of this run uses. */
export const newAddress = () => `10.${[...randomBytes(3)].join('.')}`

/** Addresses of one IPv6 /64 that no other test of this run uses. */
export function newNetwork(): () => string {
  const groups = randomBytes(4).toString('hex')
  const prefix = `2001:db8:${groups.slice(0, 4)}:${groups.slice(4)}`
  return () => `${prefix}:${(randomBytes(8).toString('hex').match(/..../g) ?? []).join(':')}`
}
