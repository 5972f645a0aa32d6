import { digest } from './digest.ts'
import type { FileContent, Files, FolderItem } from './files.ts'
import { matters } from './policy-folders.ts'
import { reason } from './reason.ts'

/** One question that was asked of files, and its answer: a digest where it is long. */
export interface Asked {
  readonly question: 'standing' | 'list' | 'read' | 'real' | 'content'
  readonly path: string
  /** Of a question for the content: the size from which on only the size is told. */
  readonly most?: number
  readonly answer: string
}

/**
 * Passes every question on to other files, and remembers it with a digest of the answer: whatever is made of the answers can be used
 * again while they stay the same.
 */
export class WitnessedFiles implements Files {
  readonly #files: Files
  readonly #asked = new Map<string, Asked>()
  #consistent = true

  constructor(files: Files) {
    this.#files = files
  }

  /** What was asked so far; undefined when one question had two answers, as when a file was written meanwhile. */
  get asked(): readonly Asked[] | undefined {
    return this.#consistent ? [...this.#asked.values()] : undefined
  }

  standing(path: string): ReturnType<Files['standing']> {
    const standing = this.#files.standing(path)
    this.#note({ question: 'standing', path, answer: standing ?? '' })
    return standing
  }

  list(folder: string): readonly FolderItem[] {
    return this.#noted('list', folder, () => this.#files.list(folder), digestOfItems)
  }

  read(path: string): Buffer {
    return this.#noted('read', path, () => this.#files.read(path), digest)
  }

  real(path: string): string {
    return this.#noted(
      'real',
      path,
      () => this.#files.real(path),
      (real) => real,
    )
  }

  *contents(paths: readonly string[], most: number): Iterable<FileContent> {
    for (const content of this.#files.contents(paths, most)) {
      this.#note({ question: 'content', path: content.path, most, answer: digestOfContent(content) })
      yield content
    }
  }

  contentId(path: string): string | undefined {
    return this.#files.contentId(path)
  }

  #noted<Answer>(
    question: Asked['question'],
    path: string,
    ask: () => Answer,
    answerOf: (answer: Answer) => string,
  ): Answer {
    try {
      const answer = ask()
      this.#note({ question, path, answer: answerOf(answer) })
      return answer
    } catch (error) {
      this.#note({ question, path, answer: failure(error) })
      throw error
    }
  }

  #note(asked: Asked): void {
    const key = `${asked.question} ${asked.path}`
    const before = this.#asked.get(key)
    if (before !== undefined && (before.answer !== asked.answer || before.most !== asked.most)) this.#consistent = false
    this.#asked.set(key, asked)
  }
}

/** Whether files answer everything as they did. */
export function stillHold(asked: readonly Asked[], files: Files): boolean {
  return asked.every((each) => answerNow(each, files) === each.answer)
}

function answerNow({ question, path, most = 0 }: Asked, files: Files): string {
  try {
    switch (question) {
      case 'standing':
        return files.standing(path) ?? ''
      case 'list':
        return digestOfItems(files.list(path))
      case 'read':
        return digest(files.read(path))
      case 'real':
        return files.real(path)
      case 'content':
        return [...files.contents([path], most)].map(digestOfContent).join()
    }
  } catch (error) {
    return failure(error)
  }
}

/** What else a folder holds, such as a report that was written there, makes no difference. */
function digestOfItems(items: readonly FolderItem[]): string {
  const told = items.filter(matters).map(({ name, kind }) => `${kind} ${name}`)
  return digest(told.sort().join('\0'))
}

function digestOfContent(content: FileContent): string {
  if ('bytes' in content) return digest(content.bytes)
  return 'size' in content ? `size ${content.size}` : failure(content.unreadable)
}

function failure(error: unknown): string {
  return `failed: ${typeof error === 'string' ? error : reason(error)}`
}
