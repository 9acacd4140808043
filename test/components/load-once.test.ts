import { expect, test, vi } from 'vitest';
import { loadOnce } from '../../src/components/load-once.ts';

test('what is asked for several times is loaded once', async () => {
  const load = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const asked = loadOnce(load);
  await Promise.all([asked(), asked()]);
  await asked();
  expect(load).toHaveBeenCalledTimes(1);
});

test('what could not be fetched is told, and tried again the next time', async () => {
  const load = vi
    .fn<() => Promise<void>>(() => Promise.resolve())
    .mockRejectedValueOnce(new Error('no connection'));
  const asked = loadOnce(load);
  await expect(asked()).rejects.toThrow('no connection');
  await asked();
  await asked();
  expect(load).toHaveBeenCalledTimes(2);
});
