import { tandemVersion } from '../../analysis/version.ts';
import { sha256 } from '../../numeric/sha256.ts';
import { markup, Markup } from './markup.ts';

/** A page that is one file. */
export interface HtmlPage {
  readonly title: string;
  readonly style: string;
  /** The version of Tandem that made it, where it is not this one. */
  readonly version?: string;
  readonly body: Markup;
}

/**
 * One HTML file that needs nothing else: no script, no fetching, a style sheet that its policy
 * allows by its hash.
 */
export function htmlPage({ body, style, title, version = tandemVersion }: HtmlPage): string {
  const policy = `default-src 'none'; style-src 'sha256-${base64(sha256(new TextEncoder().encode(style)))}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Tandem ${version}">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
