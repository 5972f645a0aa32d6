/** What stands around the scorecard: its style in the colours of the editor, and the script that may run. Nothing comes from elsewhere. */
export function scorecardPage(script: string, source: string, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>Scorecard</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main id="scorecard" aria-live="off"></main>
<script nonce="${nonce}" src="${script}" data-source="${source}"></script>
</body>
</html>
`
}

const style = `
body { padding: 0 12px 16px; color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); line-height: 1.4; }
.overall { margin: 8px 0 4px; color: var(--vscode-descriptionForeground); }
.number { font-size: 2.6em; font-weight: 300; color: var(--vscode-foreground); font-variant-numeric: tabular-nums; }
.since { margin: 6px 0 8px; font-variant-numeric: tabular-nums; }
.note { margin: 8px 0 0; color: var(--vscode-descriptionForeground); font-size: 0.92em; }
svg { display: block; width: 100%; height: 4px; border-radius: 2px; outline: 1px solid var(--vscode-contrastBorder, transparent); }
.rest { fill: var(--vscode-editorWidget-border, var(--vscode-widget-border, currentColor)); opacity: 0.35; }
.part { fill: var(--vscode-charts-green, currentColor); }
.middle .part { fill: var(--vscode-charts-yellow, currentColor); }
.low .part { fill: var(--vscode-charts-red, currentColor); }
table { width: 100%; border-collapse: collapse; }
caption, thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
tbody tr { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; column-gap: 8px; align-items: baseline; padding: 3px 0; }
tbody th { grid-column: 1; text-align: left; font-weight: 600; padding: 0; }
.found { grid-column: 2; grid-row: 1; padding: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--vscode-descriptionForeground); font-size: 0.92em; }
.change { grid-column: 3; grid-row: 1; padding: 0; color: var(--vscode-descriptionForeground); font-variant-numeric: tabular-nums; }
.score { grid-column: 4; grid-row: 1; text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; padding: 0; }
.bar { grid-column: 1 / -1; padding: 2px 0; }
.unscored th, .unscored .score { font-weight: normal; color: var(--vscode-descriptionForeground); }
button { font: inherit; color: inherit; background: none; border: 1px solid transparent; padding: 1px 2px; margin: 0 -3px; text-align: left; cursor: pointer; border-radius: 3px; }
button:hover { background: var(--vscode-list-hoverBackground); outline: 1px dashed var(--vscode-contrastActiveBorder, transparent); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
button[aria-pressed="true"] { background: var(--vscode-list-activeSelectionBackground); color: var(--vscode-list-activeSelectionForeground); border-color: var(--vscode-contrastActiveBorder, transparent); }
h2 { font-size: 1em; margin: 18px 0 4px; }
ol { list-style: none; margin: 0; padding: 0; }
li { display: flex; align-items: flex-start; gap: 4px; padding: 2px 0; }
li[hidden] { display: none; }
.gain { flex: 1; display: grid; grid-template-columns: 2.9em 1fr; column-gap: 6px; }
.points { grid-row: 1 / 3; font-variant-numeric: tabular-nums; color: var(--vscode-descriptionForeground); }
.gain .title { overflow-wrap: anywhere; }
.badge { padding: 0 5px; border-radius: 3px; background: var(--vscode-badge-background); color: var(--vscode-badge-foreground); outline: 1px solid var(--vscode-contrastBorder, transparent); font-size: 0.85em; }
.policy { color: var(--vscode-descriptionForeground); font-size: 0.92em; overflow-wrap: anywhere; }
.fix { margin: 0; padding: 1px 8px; background: var(--vscode-button-secondaryBackground); color: var(--vscode-button-secondaryForeground); border-color: var(--vscode-contrastBorder, color-mix(in srgb, currentColor 35%, transparent)); }
.fix:hover { background: var(--vscode-button-secondaryHoverBackground); }
`
