import { readFileSync } from 'node:fs';

const classesFile = 'dist/lib/elements.js';
const elementsFile = 'dist/lib/tandem-calculator.js';

/** What the package offers, and nothing of how it is made inside. */
const offered = [...readFileSync('src/entries/elements.ts', 'utf8').matchAll(/\bTandem\w+/g)].map(
  ([name]) => name,
);

const tagNameOf = (name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** `tandem-result` is a TandemResultEvent; `input` and `change` are events as form controls have them. */
const eventClassOf = (name) =>
  !name.startsWith('tandem-')
    ? 'Event'
    : `${name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}Event`;

function offeredDeclaration({ customElement, events, members = [], ...declaration }) {
  const kept = members.filter(({ name, privacy }) => privacy === undefined && name !== 'styles');
  return {
    ...declaration,
    members: kept,
    ...(customElement
      ? {
          customElement,
          tagName: tagNameOf(declaration.name),
          events: (events ?? [])
            .filter(({ name, description }) => name !== undefined && description !== undefined)
            .map((event) => ({ ...event, type: { text: eventClassOf(event.name) } })),
        }
      : {}),
  };
}

/** The manifest of the built files: classes in one, their registration in another. */
function offeredModules(modules) {
  const declarations = modules
    .flatMap((module) => module.declarations)
    .filter(({ name }) => offered.includes(name))
    .map(offeredDeclaration);
  const reference = (name) => ({ name, module: classesFile });
  return [
    {
      kind: 'javascript-module',
      path: classesFile,
      declarations,
      exports: declarations.map(({ name }) => ({
        kind: 'js',
        name,
        declaration: reference(name),
      })),
    },
    {
      kind: 'javascript-module',
      path: elementsFile,
      declarations: [],
      exports: declarations
        .filter(({ customElement }) => customElement)
        .map(({ name, tagName }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: reference(name),
        })),
    },
  ];
}

export default {
  globs: ['src/components/*.ts'],
  litelement: true,
  // Where the file is, package.json says already; a build elsewhere would write its own folder there.
  packagejson: false,
  plugins: [
    {
      name: 'tandem-offered',
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules = offeredModules(customElementsManifest.modules);
      },
    },
  ],
};
