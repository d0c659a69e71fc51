import { check, folder, type Item, item } from './item.ts'

export const lists: Item = folder('Lists', 'Filters, sorting, pages, related resources and fewer fields.', [
  item({
    name: 'Filter by a part of a text, and sort',
    method: 'GET',
    path: 'roles',
    search: { 'filter[name]': 'ME', sort: 'name' },
    status: 200,
    checks: [
      check(
        'finds what contains it',
        "pm.expect(document.data.map((one) => one.attributes.name)).to.include('member')",
      ),
    ],
  }),
  item({
    name: 'Filter by the number of a word',
    method: 'GET',
    path: 'events',
    search: { 'filter[kind]': '2' },
    status: 200,
    checks: [
      check(
        'finds that word',
        "for (const one of document.data) pm.expect(one.attributes.kind).to.equal('agreement.viewed')",
      ),
    ],
  }),
  item({
    name: 'Follow a page to the next',
    method: 'GET',
    path: 'roles',
    search: { 'page[size]': '1', sort: 'name' },
    status: 200,
    checks: [
      check(
        'has one, and a next page',
        "pm.expect(document.data.length).to.equal(1); pm.expect(document.links).to.include.keys('next')",
      ),
      check('keeps the query in its links', "pm.expect(document.links.next).to.include('sort=name')"),
    ],
  }),
  item({
    name: 'Include what is related, with few fields',
    method: 'GET',
    path: 'users',
    search: { include: 'role', 'fields[roles]': 'name' },
    status: 200,
    checks: [
      check('has the roles', "pm.expect(document.included.map((one) => one.type)).to.include('roles')"),
      check('has their names only', "pm.expect(Object.keys(document.included[0].attributes)).to.eql(['name'])"),
    ],
  }),
])

const identifier = { type: 'roles', id: '{{roles_id}}' }

/** The folder of refusals. */
export const errors: Item = folder('Errors', 'What an integrator meets first.', [
  item({
    name: 'Every wrong value is named at once',
    method: 'POST',
    path: 'webhooks',
    body: { data: { type: 'webhooks', attributes: { destinationUrl: 'nowhere', maxConcurrency: 0 } } },
    status: 422,
    checks: [
      check(
        'points at both',
        "pm.expect(document.errors.map((one) => one.source.pointer)).to.have.members(['/data/attributes/destinationUrl', '/data/attributes/maxConcurrency'])",
      ),
    ],
  }),
  item({
    name: 'An unknown filter is named, with those there are',
    method: 'GET',
    path: 'roles',
    search: { 'filter[color]': 'red' },
    status: 400,
    checks: [check('lists them', "pm.expect(document.errors[0].detail).to.include('name')")],
  }),
  item({
    name: 'Another type does not belong here',
    method: 'POST',
    path: 'webhooks',
    body: { data: identifier },
    status: 409,
    checks: [check('points at the type', "pm.expect(document.errors[0].source.pointer).to.equal('/data/type')")],
  }),
  item({ name: 'Nothing is at that address', method: 'GET', path: 'nowhere', status: 404 }),
  item({ name: 'Nobody without a token', method: 'GET', path: 'roles', status: 401, isAnonymous: true }),
])

const role = (name: string) => ({
  op: 'add',
  data: { type: 'roles', lid: 'clerk', attributes: { name, permissions: ['agreements:read'] } },
})
const clerk = {
  op: 'add',
  data: {
    type: 'invitations',
    attributes: { name: 'Cy', email: 'cy-{{$randomUUID}}@example.com' },
    relationships: { role: { data: { type: 'roles', lid: 'clerk' } } },
  },
}

// A role that cannot be removed.
const findBuiltin = item({
  name: 'Find a built-in role',
  method: 'GET',
  path: 'roles',
  search: { 'filter[name]': 'viewer' },
  status: 200,
  checks: ["pm.collectionVariables.set('builtin_id', document.data[0].id)"],
})

export const operations: Item = folder('Atomic operations', 'Several changes as one: all of them happen, or none.', [
  findBuiltin,
  item({
    name: 'Make a role, and invite somebody who will have it',
    method: 'POST',
    path: 'operations',
    body: { 'atomic:operations': [role('clerk-{{$timestamp}}'), clerk] },
    status: 200,
    isAtomic: true,
    checks: [
      "const [made, invitation] = document['atomic:results'].map((one) => one.data)",
      check('links the second to the first', 'pm.expect(invitation.relationships.role.data.id).to.equal(made.id)'),
    ],
  }),
  item({
    name: 'One that cannot be done undoes the others',
    method: 'POST',
    path: 'operations',
    body: { 'atomic:operations': [role('nobody'), { op: 'remove', ref: { type: 'roles', id: '{{builtin_id}}' } }] },
    status: 409,
    isAtomic: true,
    checks: [check('points at it', "pm.expect(document.errors[0].source.pointer).to.equal('/atomic:operations/1')")],
  }),
  item({
    name: 'So the first is not there',
    method: 'GET',
    path: 'roles',
    search: { 'filter[name]': 'nobody' },
    status: 200,
    checks: [check('finds none', 'pm.expect(document.meta.total).to.equal(0)')],
  }),
])
