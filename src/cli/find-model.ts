import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FindModel } from '../runner/prepare.ts';
import { resolveExtends } from '../schema/extends-path.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { packageFolder } from './package-folder.ts';
import { isFileUnder, readBytes } from './read-file.ts';

/**
 * Finds the model that a scenario names: one that comes with Tandem by its id, or a file in the
 * scenario's own folder by a relative path such as `./our-model.json`.
 */
export function modelFinder(scenarioFile: string): FindModel {
  return (name) => (name.includes('/') ? fromFolder(name, scenarioFile) : fromPackage(name));
}

function fromPackage(id: string): ReturnType<FindModel> {
  const folder = join(packageFolder(), 'models');
  const ids = readdirSync(folder)
    .filter((file) => /^[a-z0-9-]+\.json$/.test(file) && file !== 'evidence.json')
    .map((file) => file.slice(0, -'.json'.length));
  if (!ids.includes(id)) {
    const near = didYouMean(id, ids);
    return {
      problem: `there is no model "${id.slice(0, 60)}"${near === '' ? `; there is ${ids.join(', ')}, or a file in this folder such as ./our-model.json` : near}`,
    };
  }
  const file = join(folder, `${id}.json`);
  const source = readBytes(file);
  return source === null ? null : { file, source };
}

function fromFolder(path: string, scenarioFile: string): ReturnType<FindModel> {
  const slash = scenarioFile.lastIndexOf('/');
  const folder = scenarioFile.slice(0, slash + 1);
  const resolved = resolveExtends(scenarioFile.slice(slash + 1), path);
  if ('problem' in resolved) {
    return { problem: resolved.problem.replace('./published.json', './our-model.json') };
  }
  const file = `${folder}${resolved.name}`;
  const source = isFileUnder(file, dirname(scenarioFile)) ? readBytes(file) : null;
  if (source === null) return { problem: `there is no file "${path}" in this folder` };
  return { file, source };
}
