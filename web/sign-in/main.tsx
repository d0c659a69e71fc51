/** @jsxImportSource preact */
import './sign-in.css'
import { render } from 'preact'
import { SignIn } from './sign-in.tsx'
import { words } from './words.ts'

// The pages that come before a person has signed in. They are small: Preact, no Mantine, one style sheet.
const { language } = words
document.documentElement.lang = language
const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the app.')
render(<SignIn />, place)
