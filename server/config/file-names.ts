/** The folder that a file stands in, with a slash at its end. Names have forward slashes everywhere. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}

/** The name that a relative one stands for, seen from a folder. */
export function nameFrom(folder: string, relative: string): string {
  const steps = folder.replace(/\/$/, '').split('/')
  for (const step of relative.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/') || '/'
}

/** Whether a file or folder is a folder or stands in it. */
export function isBelow(name: string, folder: string): boolean {
  const whole = folder.replace(/\/?$/, '/')
  return name.startsWith(whole) || `${name}/` === whole
}
