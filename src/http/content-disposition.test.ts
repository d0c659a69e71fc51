import { expect, test } from 'vitest'
import { attachmentNamed } from './content-disposition.ts'

test.each([
  ['Lease-2026.pdf', 'attachment; filename="Lease-2026.pdf"'],
  ['Zoë.pdf', `attachment; filename="Zoe.pdf"; filename*=UTF-8''Zo%C3%AB.pdf`],
  ['契約書.pdf', `attachment; filename="document.pdf"; filename*=UTF-8''%E5%A5%91%E7%B4%84%E6%9B%B8.pdf`],
  ["it's (1)é.pdf", `attachment; filename="it's (1)e.pdf"; filename*=UTF-8''it%27s%20%281%29%C3%A9.pdf`],
  ['a"b\\c\r\nd.pdf', 'attachment; filename="a_b_c__d.pdf"'],
])('the file name %j survives every program', (name, header) => {
  expect(attachmentNamed(name)).toBe(header)
})
