/** The versions of the REST dialect, the newest first. test/web/api-keys.test.ts holds them to those of the server. */
export const apiVersions = ['2.2', '2.1', '2.0'] as const
