import { addUser, findMemberFaults, listUsers, memberList, updateUser } from '../../../core/accounts/index.ts'
import { boolean, text, time } from '../attributes.ts'
import { asBoolean, asText } from '../input.ts'
import { type Resource, toOne } from '../resource.ts'

/** People of the organization. */
export const users: Resource = {
  type: 'users',
  idKind: 'user',
  about: 'People of your organization. Deactivating one stops their tokens at once.',
  permissions: { read: 'users:read', write: 'users:write' },
  fields: memberList.fields,
  attributes: {
    name: text('The name of the person, who alone may change it later.', { write: 'always', required: true }),
    email: text('The address that the person signs in with.', { write: 'create', required: true }),
    isActive: boolean('Whether the person may use this organization.', { write: 'update' }),
    deactivatedAt: time('When the person was deactivated.', { nullable: true }),
    createdAt: time('When the person became a member.'),
    updatedAt: time('When the membership was last changed.'),
  },
  relationships: {
    role: toOne('roles', 'roleId', 'What the person may do.', { write: 'always', required: true }),
  },
  instead: { remove: 'Set isActive to false, which stops their tokens at once.' },
  list: listUsers,
  findFaults: (_, input) => findMemberFaults(input.given({ name: asText, email: asText })),
  create: (ctx, input) =>
    addUser(ctx, {
      name: input.need('name', asText),
      email: input.need('email', asText),
      roleId: input.need('roleId', asText),
    }),
  update: (ctx, id, input) => updateUser(ctx, id, input.given({ name: asText, roleId: asText, isActive: asBoolean })),
}
