import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves a folder as a web server would that is set up well: policy as a header, compressed, cached. */
export async function serveSite(folder, policy = "default-src 'self'") {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    readFile(join(folder, name)).then(
      (body) => {
        response.writeHead(200, {
          'Content-Type': types[extname(name)] ?? 'application/octet-stream',
          'Content-Encoding': 'gzip',
          'Content-Security-Policy': policy,
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': name.includes('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
        });
        response.end(gzipSync(body));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
