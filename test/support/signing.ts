import { generateKeyPairSync } from 'node:crypto'
import { keyFrom, type SigningKey } from '../../src/store/checkpoints/signing-key.ts'

export function aSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  return keyFrom(privateKey.export({ type: 'pkcs8', format: 'pem' }))!
}
