import { startWorkersFrom } from '../runner/start-worker-inline.ts';

/** The classic file under its own name; a server may have put it together with other scripts. */
const ownName = /\/tandem-calculator[^/]*\.js$/;

/**
 * A file of the page's own origin may start as a worker under every policy under which it may start
 * in the page. Not where the page vouches for its bytes, though: nothing checks those of a worker.
 */
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src !== '' && script.integrity === '') {
  const file = new URL(script.src);
  if (file.origin === self.origin && ownName.test(file.pathname)) startWorkersFrom(file);
}
