// What checking is measured against: a process that reads the YAML files below a folder and parses them, and does nothing else.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'

const [folder] = process.argv.slice(2)
for (const path of readdirSync(folder, { recursive: true })) {
  if (path.endsWith('.yaml')) parseAllDocuments(readFileSync(join(folder, path), 'utf8'))
}
