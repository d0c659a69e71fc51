import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useWords } from '../app/language.tsx'
import { Menu, MenuItem, MenuLine } from '../parts/menu.tsx'
import { webhookLog as logEn } from '../texts/en/webhook-log.ts'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhookLog as logFr } from '../texts/fr/webhook-log.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import type { Webhook } from './data.ts'
import { EditWebhook, Recover, RemoveWebhook, RotateSecret, SendTest } from './dialogs.ts'
import { useSwitchWithUndo } from './switch.ts'

type Open = 'test' | 'recover' | 'edit' | 'rotate' | 'remove' | null

/** The actions on a webhook, with their dialogs. */
export function Actions({ of: webhook }: { of: Webhook }) {
  const say = useWords({ en, fr })
  const log = useWords({ en: logEn, fr: logFr })
  const [open, setOpen] = useState<Open>(null)
  const onSwitch = useSwitchWithUndo()
  const close = () => setOpen(null)
  return (
    <>
      <Button onClick={() => setOpen('test')}>{log.test}</Button>
      <Button variant="default" onClick={() => setOpen('recover')}>
        {log.recover}
      </Button>
      <Button variant="default" onClick={() => setOpen('edit')}>
        {say.edit}
      </Button>
      <Menu button={say.more} label={say.more}>
        <MenuItem onClick={() => setOpen('rotate')}>{say.rotate}</MenuItem>
        <MenuItem onClick={() => onSwitch(webhook)}>
          {webhook.attributes.serviceStatus ? say.switchOff : say.switchOn}
        </MenuItem>
        <MenuLine />
        <MenuItem onClick={() => setOpen('remove')}>{say.remove}</MenuItem>
      </Menu>
      <Suspense>
        {open === 'test' && <SendTest to={webhook} onClose={close} />}
        {open === 'recover' && <Recover of={webhook} onClose={close} />}
        {open === 'edit' && <EditWebhook of={webhook} onClose={close} />}
        {open === 'rotate' && <RotateSecret of={webhook} onClose={close} />}
        {open === 'remove' && <RemoveWebhook of={webhook} onClose={close} />}
      </Suspense>
    </>
  )
}
