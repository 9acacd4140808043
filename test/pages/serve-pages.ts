import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, normalize } from 'node:path';
import type { ServedFolder } from './serve-folder.ts';

/** What an intranet serves: folders by the beginning of their address, and pages of its own. */
export interface Site {
  readonly folders: Readonly<Record<string, string>>;
  /** HTML by address, or a script where the address ends in `.js`. */
  readonly pages: Readonly<Record<string, string>>;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** A plain web server for a site. */
export async function servePages({ folders, pages, headers }: Site): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = (body: string | Uint8Array, type: string) => {
      response.writeHead(200, { ...headers, 'Content-Type': type });
      response.end(body);
    };
    const page = pages[pathname];
    if (page !== undefined)
      return answer(page, types[extname(pathname)] ?? 'text/html; charset=utf-8');
    const [path = '', folder = ''] =
      Object.entries(folders).find(([each]) => pathname.startsWith(each)) ?? [];
    readFile(folder + normalize(`/${pathname.slice(path.length)}`)).then(
      (body) => answer(body, types[extname(pathname)] ?? 'application/octet-stream'),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
