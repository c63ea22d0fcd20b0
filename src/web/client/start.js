// Everything here adds to pages that work without it.

import { initAll } from '/assets/govuk/govuk-frontend.min.js'
import { heedServerClock, showClocks } from './clocks.js'
import { keepDrafts } from './drafts.js'
import { keepLive } from './live.js'
import { sendOnce } from './once.js'
import { offerPasskeys } from './passkey.js'
import { pressByItself } from './press.js'
import { staySignedIn } from './stay.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
sendOnce(document)
heedServerClock(document)
showClocks(document)
setInterval(() => showClocks(document), 5_000)
keepLive(document)
staySignedIn(document)
offerPasskeys(document)
keepDrafts(document)
pressByItself(document)
