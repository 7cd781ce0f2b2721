import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * @typedef {object} Received
 * @property {string} id
 * @property {string} signature
 * @property {string} timestamp
 * @property {string} body
 */

/** A receiver of webhooks on this machine, which keeps what it gets. */
export async function startReceiver() {
  /** @type {Received[]} */
  const received = [];
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const chunks = [];
    request.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        id: String(request.headers['webhook-id']),
        timestamp: String(request.headers['webhook-timestamp']),
        signature: String(request.headers['webhook-signature']),
        body: Buffer.concat(chunks).toString('utf8'),
      });
      response.writeHead(204).end();
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  return { received, url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

/**
 * Whether a message was signed with the secret, by Standard Webhooks.
 * @param {string} secret
 * @param {Received} message
 */
export function isSigned(secret, { id, timestamp, body, signature }) {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = Buffer.from(
    `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return signature.split(' ').some((given) => {
    const bytes = Buffer.from(given);
    return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
  });
}
