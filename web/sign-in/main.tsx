/** @jsxImportSource preact */
import './sign-in.css'
import { render } from 'preact'
import { prefix } from './place.ts'
import { ResetPassword } from './reset-password.tsx'
import { SetUp } from './set-up.tsx'
import { SignIn } from './sign-in.tsx'
import { words } from './words.ts'

// The pages before sign-in. They are small: Preact, no Mantine, one style sheet.
const { language } = words
document.documentElement.lang = language
const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the app.')
const path = location.pathname.slice(prefix.length)
render(path === '/set-up' ? <SetUp /> : path === '/reset-password' ? <ResetPassword /> : <SignIn />, place)
