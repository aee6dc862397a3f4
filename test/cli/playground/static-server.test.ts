import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  contentSecurityPolicy,
  createStaticServer,
} from '../../../src/cli/playground/static-server.js';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

let root: string;
let server: Server;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'poolscale-static-'));
  const folder = join(root, 'page');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/worker-1a2b.js'), 'postMessage(1);');
  writeFileSync(join(folder, 'assets/worker-1a2b.js.br'), brotliCompressSync('postMessage(1);'));
  server = createStaticServer(folder);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

/** A request with the path as it is: fetch() would tidy it. */
function get(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('the server of the playground', () => {
  it.each(['/', '/index.html', '/assets/worker-1a2b.js'])(
    'sends its policy with %s',
    async (path) => {
      const { status, headers } = await get(path);
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('sends the compressed copy to those who take it', async () => {
    const plain = await get('/assets/worker-1a2b.js');
    expect(plain.body.toString()).toBe('postMessage(1);');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await get('/assets/worker-1a2b.js', 'GET', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(brotliDecompressSync(packed.body).toString()).toBe('postMessage(1);');
  });

  it('lets browsers keep what has a hash in its name, and ask again for the page', async () => {
    const asset = await get('/assets/worker-1a2b.js');
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets',
    '/%',
    '/index.html%00.js',
    '/no-such-file',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  it('answers HEAD without a body, and nothing but GET and HEAD', async () => {
    const head = await get('/', 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '15']);
    const post = await get('/', 'POST');
    expect([post.status, post.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });
});
