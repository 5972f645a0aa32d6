/**
 * Whether a text that should name a role or a team looks like a person: an e-mail address of one, or a given name and a family
 * name. Without a list of names this is a guess from form, so words that roles are made of rule it out.
 */
export function looksLikePerson(text: string): 'e-mail' | 'name' | undefined {
  const trimmed = text.trim()
  if (trimmed.includes('@') && /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/.test(trimmed)) return 'e-mail'
  const words = trimmed.split(/[\s-]+/)
  if (
    words.length < 2 ||
    words.length > 4 ||
    words.some((word) => roleWords.has(word.toLowerCase().replace(/[.,]/g, '')))
  )
    return undefined
  if (/^(?:mr|mrs|ms|dr|prof)\.?$/i.test(words[0] ?? '')) return 'name'
  if (/\s/.test(trimmed)) return words.every((word) => /^\p{Lu}(?:\p{Ll}+|\.)$/u.test(word)) ? 'name' : undefined
  return words.length === 2 && givenNames.has((words[0] ?? '').toLowerCase()) ? 'name' : undefined
}

const roleWords = new Set(
  `accountant account administration administrator advisor affairs agreement alliance alliances analyst analytics architect area assistant associate assurance
  audit bid board business buyer campaign capital care category chair channel chemistry chief clinical co-sell coach commercial committee communications
  compensation compliance consultant control controller coordinator corporate council counsel country customer data delivery demand department deputy design
  designer desk developer development digital director distribution division engineer engineering enterprise executive experience expert external field
  finance financial forum fulfilment function general global governance group growth head human industry information innovation insights integration
  international investor joint key laboratory lead leader leadership learning legal liaison licensing line logistics maintenance management manager
  manufacturing market marketing medical member national network office officer operating operations owner partner partnering partners partnership
  partnerships payroll people performance planner planning platform policy portfolio president pricing principal procurement process product production
  programme program project purchasing quality reader region regional regulatory relations representative research resources revenue risk safety sales
  science scientific scientist secretary security senior service services site software solution solutions specialist sponsor staff steering strategic
  strategy success supervisor supplier supply support system systems talent team technical technology tender test trading training transformation treasurer
  treasury unit vendor vice warehouse work workplace`.split(/\s+/),
)

/** Common given names in several countries, for names written as `given-family`. */
const givenNames = new Set(
  `adam ahmed alan alejandro alexander ali alice amanda amy ana andrea andrew angela anita anja anna anne antonio barbara ben benjamin brian bruno carla carlos
  carmen caroline catherine charles charlotte chen chiara chris christian christine christopher clara claudia daniel david deborah diana diego donald
  edward elena elisabeth elizabeth emily emma eric eva fatima felix florian francesca francisco frank gabriel george giulia hannah hans harry heather helen
  henry ian ibrahim ingrid isabel ivan jack jacob james jan jane janet jason javier jean jennifer jessica jim joan joao joe john jonas jonathan jorge jose joseph juan
  julia julie karen karin katharina kate katherine kenneth kevin kim larry laura lauren lena leon linda lisa louis lucas lucia luis lukas manuel marco margaret
  maria marie mario marta martin mary matthew maximilian mei melissa michael miguel mohamed mohammed monica nancy natalie nicholas nicole nina olga oliver
  olivia pablo patricia patrick paul paula pedro peter philip pierre priya rachel rahul raj ralf rebecca richard robert roberto ronald rosa ryan samantha samuel
  sandra sara sarah scott sebastian sergio sharon silvia simon sofia sophie stefan stephanie stephen steven susan sven tanya teresa thomas timothy tom
  ulrike ursula victor victoria vikram walter wei william yuki yusuf`.split(/\s+/),
)

const whoSorts: ReadonlySet<string> = new Set(['role', 'unit', 'own-partner-role', 'partner-role'])

/** The same for a text that refers to something of these sorts; undefined where none of them is somebody. */
export function looksLikePersonAmong(sorts: readonly string[], text: string): 'e-mail' | 'name' | undefined {
  return sorts.some((sort) => whoSorts.has(sort)) ? looksLikePerson(text) : undefined
}
