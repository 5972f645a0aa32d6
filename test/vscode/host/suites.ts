// The suites in their order: what wakes Concord comes before all that finds it awake.

import './waking.ts'
import './folders.ts'
import './diagnostics.ts'
import './actions.ts'
import './reading.ts'
import './following.ts'
import './showing.ts'
import './commands.ts'
