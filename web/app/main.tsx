import 'virtual:mantine.css'
import 'virtual:theme.css'
import './app.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { LanguageProvider } from './language.tsx'
import { router } from './router.tsx'
import { sessionQuery } from './session.ts'
import { theme } from './theme.ts'

// Loads before the first drawing, because every page needs the session and its code.
void queryClient.prefetchQuery(sessionQuery)
void router.load()

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the app.')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
          <RouterProvider router={router} />
        </MantineProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
