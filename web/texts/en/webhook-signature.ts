type Values = Record<string, string>

const changes: Values = {
  end: 'a line end was added to the body, or taken away',
  spaces: 'spaces around the body were added, or taken away',
  lines: 'line ends were rewritten (CRLF)',
  json: 'the JSON was parsed and written again, with other spaces',
}

export const webhookSignature = {
  about:
    'Paste a delivery as your receiver got it. This browser checks it: neither the secret nor the body leaves the page.',
  headers: 'Headers',
  headersHint: 'Lines of “name: value” from your log, of curl, or JSON.',
  body: 'Body',
  bodyHint: 'The raw bytes, before anything parsed them.',
  key: 'Secret or public key',
  keyHint: 'whsec_… or, for v1a signatures, whpk_….',
  submit: 'Check',
  result: 'What a receiver finds',
  genuine: 'This delivery is genuine.',
  old: 'The signature is good. A receiver would still refuse it now, because it is old.',
  refused: 'A receiver must refuse this.',
  code: 'Code for your receiver',
  names: { headers: 'Headers', key: 'Key', timestamp: 'Timestamp', signature: 'Signature' },
  outcomes: { passed: 'good', failed: 'fails', warned: 'old' },
  details: {
    headers_there: ({ id }: Values) =>
      `All three are there. The delivery is ${id}: remember this id, so that you do the work once.`,
    headers_missing: ({ names }: Values) => `Missing: ${names}. A proxy may take them away, or they were not pasted.`,
    key_secret: () => 'It is a secret, for v1 signatures (HMAC-SHA256).',
    key_public: () => 'It is a public key, for v1a signatures (Ed25519).',
    key_missing: () => 'Paste the secret of the webhook. If you have lost it, make a new one: “Change the secret”.',
    key_prefix: () => 'The key must begin with whsec_ or whpk_. Paste the whole key, without quotes.',
    key_base64: () => 'The part after the prefix is not base64. Paste the whole key, without quotes or spaces.',
    key_length: () => 'The length of the key is wrong. Paste the whole key.',
    timestamp_fresh: ({ at }: Values) => `Signed at ${at}, within five minutes of now.`,
    timestamp_old: ({ at }: Values) =>
      `Signed at ${at}, more than five minutes ago. Receivers refuse that, so that nobody can replay what they overheard. For an old delivery, this is not a fault.`,
    timestamp_ahead: ({ at }: Values) =>
      `Signed at ${at}, which is in the future: one of the two clocks is wrong. Use NTP.`,
    timestamp_unreadable: () => 'It must be whole seconds since 1970.',
    timestamp_milliseconds: () =>
      'The timestamp is in milliseconds, but must be in seconds. Paste it exactly as it arrived.',
    signature_fits: ({ version }: Values) =>
      `A ${version} signature fits this id, this timestamp and these bytes, with this key.`,
    signature_none_of_kind: ({ version }: Values) =>
      `The headers have no ${version} signature. A secret checks v1, a public key checks v1a.`,
    signature_other_body: ({ change }: Values) =>
      `The signature fits another body: ${changes[change ?? ''] ?? ''}. Verify the raw bytes, before any middleware parses them.`,
    signature_text_key: () =>
      'The sender used the secret as text. The key is the part after whsec_, decoded from base64.',
    signature_no_match: () =>
      'No signature fits these bytes with this key. The secret may belong to another webhook or be old, or the id, the timestamp or the body was changed.',
  },
}
