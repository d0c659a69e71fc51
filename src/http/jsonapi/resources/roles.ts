import {
  createRole,
  deleteRole,
  listRoles,
  roleList,
  updateApiKey,
  updateRole,
  updateUser,
} from '../../../core/accounts/index.ts'
import { permissions } from '../../../core/permissions.ts'
import { boolean, text, texts, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toMany } from '../resource.ts'

/** Named sets of permissions. */
export const roles = defineResource({
  type: 'roles',
  idKind: 'role',
  about: 'Named sets of permissions. The built-in ones (admin, manager, member, viewer) cannot be changed.',
  permissions: { read: 'roles:read', write: 'roles:write' },
  fields: roleList.fields,
  attributes: {
    name: text('Lower case letters, digits and hyphens.', { write: 'always', required: true }),
    permissions: texts('What the role may do.', { write: 'always', required: true, values: permissions }),
    isBuiltin: boolean('Whether every organization has this role.'),
    createdAt: time('When the role was made.'),
    updatedAt: time('When the role was last changed.'),
  },
  relationships: {
    users: toMany('users', 'roleId', 'The users who have the role. Add a user here to give them the role.', {
      add: async (ctx, roleId, ids) => {
        for (const id of ids) await updateUser(ctx, id, { roleId })
      },
    }),
    apiKeys: toMany('api-keys', 'roleId', 'The keys that have the role. Add a key here to give it the role.', {
      add: async (ctx, roleId, ids) => {
        for (const id of ids) await updateApiKey(ctx, id, { roleId })
      },
    }),
  },
  list: listRoles,
  create: createRole,
  update: updateRole,
  remove: deleteRole,
})
