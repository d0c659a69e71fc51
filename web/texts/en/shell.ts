export const shell = {
  skip: 'To the content',
  navigation: 'Main navigation',
  openNavigation: 'Open the navigation',
  groups: { work: 'Work', settings: 'Settings' },
  pages: {
    home: 'Home',
    integrations: 'Integrations',
  },
  organization: 'Organization',
  yourOrganizations: 'Your organizations',
  account: 'Your account',
  signedInAs: (name: string) => `Signed in as ${name}`,
  colours: 'Colours',
  schemes: { auto: 'Like the system', light: 'Bright', dark: 'Dark' },
  language: 'Language',
  signOut: 'Sign out',
  loading: 'Loading',
  close: 'Close',
  noOrganization: {
    title: 'No organization',
    text: 'You are a member of no organization that this address names. Ask an admin to invite you, or choose another organization.',
  },
  notFound: {
    title: 'Not found',
    text: 'There is no such page. The address may be mistyped, or what it named may be gone.',
    home: 'To the start page',
  },
  refused: {
    title: 'Not for your role',
    text: (role: string) =>
      `Your role “${role}” may not see this page. An admin of your organization can give you another role.`,
  },
}
