/**
 * Code that checks a signature. docs/api/webhooks.md has the same code, with tests. verify.test.ts compares the two.
 */
export const snippets: readonly { id: string; label: string; code: string }[] = [
  {
    id: 'node',
    label: 'Node',
    code: `import { createHmac, timingSafeEqual } from 'node:crypto'

export function verify(secret, headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) throw new Error('The timestamp is too far off.')
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(\`\${id}.\${timestamp}.\`).update(body).digest()
  const fits = signatures.split(' ').some((entry) => {
    const given = Buffer.from(entry.replace(/^v1,/, ''), 'base64')
    return entry.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected)
  })
  if (!fits) throw new Error('No signature fits.')
  return JSON.parse(body)
}
`,
  },
  {
    id: 'python',
    label: 'Python',
    code: `import base64, hashlib, hmac, json, time

def verify(secret, headers, body):
    """body: bytes, as they came. Returns the event, or raises ValueError."""
    timestamp = headers.get("webhook-timestamp", "")
    if abs(time.time() - int(timestamp)) > 300:
        raise ValueError("The timestamp is too far off.")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    content = f"{headers.get('webhook-id', '')}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    if not any(hmac.compare_digest(entry.encode(), expected.encode()) for entry in headers.get("webhook-signature", "").split(" ")):
        raise ValueError("No signature fits.")
    return json.loads(body)
`,
  },
  {
    id: 'package',
    label: 'standardwebhooks',
    code: `import { Webhook } from 'standardwebhooks'

// Returns the event, or throws. \`body\` is the raw text.
export function verify(secret, headers, body) {
  return new Webhook(secret).verify(body, headers)
}
`,
  },
  {
    id: 'php',
    label: 'PHP',
    code: `function verify(string $secret, array $headers, string $body): array {
    if (abs(time() - (int) ($headers['webhook-timestamp'] ?? 0)) > 300) throw new Exception('The timestamp is too far off.');
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
    $content = ($headers['webhook-id'] ?? '') . '.' . $headers['webhook-timestamp'] . '.' . $body;
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', $content, $key, true));
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $entry) {
        if (hash_equals($expected, $entry)) return json_decode($body, true);
    }
    throw new Exception('No signature fits.');
}
`,
  },
]
