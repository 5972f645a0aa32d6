/** The settings that Concord brings along, to start from. */
export const presets = ['concord:recommended', 'concord:strict', 'concord:all'] as const
export type Preset = (typeof presets)[number]

export function isPreset(text: string): text is Preset {
  return presets.some((preset) => preset === text)
}
