/**
 * A message as it goes down the line: one WebSocket frame (RFC 6455, section 5.2), binary, whole and unmasked. Made
 * once for all who get the same message; `ws` would make it again for each of them.
 */
export type Packet = Buffer & { readonly packet: true }

const FINAL_BINARY = 0x82
const LENGTH_16 = 126
const LENGTH_64 = 127

export function packetOf(message: Uint8Array): Packet {
  const { length } = message
  const extra = length < LENGTH_16 ? 0 : length < 0x1_0000 ? 2 : 8
  const packet = Buffer.allocUnsafe(2 + extra + length)
  packet[0] = FINAL_BINARY
  packet[1] = extra === 0 ? length : extra === 2 ? LENGTH_16 : LENGTH_64
  if (extra === 2) packet.writeUInt16BE(length, 2)
  if (extra === 8) packet.writeBigUInt64BE(BigInt(length), 2)
  packet.set(message, 2 + extra)
  return packet as Packet
}
