import type { Loaded } from './loaded.ts';
import { loadScenario } from './load-scenario.ts';
import type { LoadedScenario } from './load-scenario.ts';

type Files = Readonly<Record<string, string>>;

/** Reads scenarios out of texts by their names; the newest is not read again while its texts stay the same. */
export function rememberScenario(): (file: string, files: Files) => Loaded<LoadedScenario> {
  let last: {
    readonly file: string;
    readonly files: Files;
    readonly loaded: Loaded<LoadedScenario>;
  } | null = null;
  return (file, files) => {
    if (last === null || last.file !== file || !areSame(last.files, files)) {
      const read = (path: string) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null);
      last = { file, files, loaded: loadScenario(file, read) };
    }
    return last.loaded;
  };
}

function areSame(a: Files, b: Files): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
  );
}
