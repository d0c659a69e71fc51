export const signIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'The e-mail address or the password is not right.',
  tooOften: 'Too many tries. Wait a minute, then try again.',
  unreachable: 'The server cannot be reached. Check your connection, and try again.',
  failed: (requestId: string) =>
    `That did not work. Try again; if it stays so, tell whoever runs the server: request ${requestId}.`,
}
