import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { Disk } from '../hosts/disk.ts'
import { ruleProblem } from '../rules/rule-problem.ts'
import { serve } from './server.ts'

// Which way the messages come, the words of the command line say: --stdio, --node-ipc, --pipe= or --socket=.
serve(createConnection(ProposedFeatures.all), new Disk(ruleProblem))
