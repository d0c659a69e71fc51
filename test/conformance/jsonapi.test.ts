import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { atomic } from './jsonapi/atomic.ts'
import type { Checks } from './jsonapi/check.ts'
import { creating, fetching } from './jsonapi/creating.ts'
import { documents } from './jsonapi/documents.ts'
import { errors } from './jsonapi/errors.ts'
import { includes } from './jsonapi/includes.ts'
import { lists } from './jsonapi/lists.ts'
import { negotiation } from './jsonapi/negotiation.ts'
import { deleting, relationships, updating } from './jsonapi/updating.ts'
import { newWorld, type World } from './jsonapi/world.ts'

type Rule = { id: string; level: string; section: string; rule: string }

const rules: Rule[] = JSON.parse(readFileSync(new URL('jsonapi/rules.json', import.meta.url), 'utf8'))
const checks: Checks = {
  ...negotiation,
  ...documents,
  ...includes,
  ...lists,
  ...fetching,
  ...creating,
  ...updating,
  ...relationships,
  ...deleting,
  ...errors,
  ...atomic,
}
const passed: Rule[] = []
let world: World

beforeAll(async () => {
  world = await newWorld()
})

test.each(rules)('$id $level: $rule', async (rule) => {
  const check = checks[rule.id]
  if (!check) throw new Error(`No check proves ${rule.id}.`)
  await check(world)
  passed.push(rule)
})

test('every rule of JSON:API 1.1 is kept, and every test is for an existing rule', () => {
  const levels = [...new Set(rules.map(({ level }) => level))]
  const count = (list: Rule[], level: string) => list.filter((rule) => rule.level === level).length
  const coverage = levels.map((level) => `${level} ${count(passed, level)}/${count(rules, level)}`)
  console.log(`JSON:API 1.1: ${coverage.join(' · ')}`)
  expect(passed.length).toBe(rules.length)
  expect(Object.keys(checks).sort()).toEqual(rules.map(({ id }) => id).sort())
})
