import { expect, test } from 'vitest'
import { findAccount } from './account.ts'

test('root runs PostgreSQL as its own user if there is one', () => {
  const passwd = 'root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/false\npostgres:x:101:104::/:/bin/sh'
  expect(findAccount(passwd)).toEqual({ uid: 101, gid: 104 })
  expect(findAccount(`${passwd}\nsealane:x:990:991::/:/bin/sh`)).toEqual({ uid: 990, gid: 991 })
})

test('without such a user the error says how to add one', () => {
  expect(() => findAccount('root:x:0:0::/:/bin/sh')).toThrow(/useradd --system sealane.*DATABASE_URL/)
})
