export const home = {
  title: 'Home',
  welcome: (person: string, organization: string) => `Welcome, ${person}. You work for ${organization}.`,
}
